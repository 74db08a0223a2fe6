-- Scans of the papers of a dossier: the file is found by the SHA-256 of its bytes (R-460).
CREATE TABLE dossier_scan (
    centre_id  INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    id         INTEGER NOT NULL,            -- number of the log row that attached it
    paper      INTEGER NOT NULL,            -- position in its list of papers; 0: the result
    sha256     TEXT    NOT NULL,            -- 64 hex digits, name of the file
    type       TEXT    NOT NULL,            -- pdf, jpeg, png
    bytes      INTEGER NOT NULL,
    name       TEXT    NOT NULL,            -- as the officer called it; '' for none
    added_by   TEXT    NOT NULL,
    added_at   INTEGER NOT NULL,
    removed_by TEXT,                        -- NULL: it stands
    removed_at INTEGER,
    reason     TEXT,                        -- why it was taken away
    PRIMARY KEY (centre_id, dossier_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_scan_file ON dossier_scan (centre_id, sha256);
