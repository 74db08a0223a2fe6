-- The register of people (R-465..R-475): one person, one record. Dossiers taken in before are
-- entered by the server at its first start with this schema: it folds and orders their names.
CREATE TABLE person (
    centre_id   INTEGER NOT NULL,
    id          INTEGER NOT NULL,           -- 4 * log row of the dossier's change, + part (0, 1, 2)
    kind        TEXT    NOT NULL,           -- citizen, business, agency, organisation, other
    full_name   TEXT    NOT NULL,           -- as told last, as are the next
    name_key    TEXT    NOT NULL,           -- orders names the Vietnamese way (R-404)
    fold        TEXT    NOT NULL,           -- the name without tones (R-402)
    number_kind TEXT,                       -- personal_id, tax_code; NULL: no document is known
    number      TEXT,
    birth_date  TEXT,                       -- YYYY-MM-DD or YYYY
    sex         TEXT,
    address     TEXT,
    phone       TEXT,
    verified_at INTEGER,                    -- an officer saw a document, last
    standing    INTEGER NOT NULL,           -- the record that stands for him: his own, unless mer
    merged_into INTEGER,
    merged_seq  INTEGER,                    -- log row of that merge; grows along a chain
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_number ON person (centre_id, number, number_kind)
    WHERE number IS NOT NULL;
CREATE INDEX person_name ON person (centre_id, name_key, id);
-- Of merged records only: intake never writes it.
CREATE INDEX person_merged ON person (centre_id, standing, id) WHERE merged_into IS NOT NULL;

ALTER TABLE dossier_person ADD COLUMN person INTEGER;
CREATE INDEX dossier_person_of ON dossier_person (centre_id, person, dossier_id);

-- What people merged, and undid: rows are added, never taken away.
CREATE TABLE person_merge (
    centre_id     INTEGER NOT NULL,
    seq           INTEGER NOT NULL,         -- log row of the merge
    person        INTEGER NOT NULL,
    into_person   INTEGER NOT NULL,
    reason        TEXT    NOT NULL,
    merged_by     TEXT    NOT NULL,
    merged_at     INTEGER NOT NULL,
    undone_seq    INTEGER,                  -- log row that undid it; NULL: it holds
    undone_reason TEXT,
    undone_by     TEXT,
    undone_at     INTEGER,
    PRIMARY KEY (centre_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_merge_into ON person_merge (centre_id, into_person, seq);
CREATE INDEX person_merge_person ON person_merge (centre_id, person, seq);
