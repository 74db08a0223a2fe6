-- Procedures by version, and the working calendar by version. Documents are kept as they came.
CREATE TABLE procedure_version (
    centre_id      INTEGER NOT NULL,
    code           TEXT    NOT NULL,        -- e.g. 1.001193
    version        INTEGER NOT NULL,        -- 1, 2, 3 ...
    effective_from INTEGER NOT NULL,        -- date, inclusive
    effective_to   INTEGER,                 -- date, inclusive; NULL: still in force
    name           TEXT    NOT NULL,
    name_fold      TEXT    NOT NULL,        -- without tones, for search
    field          TEXT    NOT NULL,
    unit           TEXT    NOT NULL,        -- that handles it
    document       TEXT    NOT NULL,        -- JSON, one row of procedures.json, cleaned
    PRIMARY KEY (centre_id, code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_version (
    centre_id  INTEGER NOT NULL,
    version    INTEGER NOT NULL,            -- 1, 2, 3 ...; the greatest is in force
    title      TEXT    NOT NULL,
    decree     TEXT    NOT NULL,
    entered_at INTEGER NOT NULL,
    entered_by TEXT    NOT NULL,
    digest     BLOB    NOT NULL,            -- SHA-256 of the document
    document   TEXT    NOT NULL,            -- JSON of the format of holidays.json; read last
    PRIMARY KEY (centre_id, version)
) STRICT, WITHOUT ROWID;
