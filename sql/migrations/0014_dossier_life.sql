-- What a leader granted once: the legal extension of a limit, and another time promised with an
-- apology (R-872..R-874).
CREATE TABLE dossier_term (
    centre_id     INTEGER NOT NULL,
    dossier_id    INTEGER NOT NULL,
    extended_at   INTEGER,                  -- NULL: never
    limit_text    TEXT,                     -- in force from then on, e.g. WORKING_DAYS 8
    cutoff_s      INTEGER,                  -- second of the day; NULL: the default of the limit
    apologised_at INTEGER,                  -- NULL: never
    apologised_by TEXT,
    new_time      INTEGER,                  -- promised beside promised_at
    PRIMARY KEY (centre_id, dossier_id)
) STRICT, WITHOUT ROWID;

-- Numbers of results that were void again: nobody else gets them (R-230, R-875).
CREATE TABLE dossier_void_number (
    centre_id   INTEGER NOT NULL,
    field       TEXT    NOT NULL,
    number_year INTEGER NOT NULL,
    number      TEXT    NOT NULL,
    dossier_id  INTEGER NOT NULL,
    PRIMARY KEY (centre_id, field, number_year, number)
) STRICT, WITHOUT ROWID;
