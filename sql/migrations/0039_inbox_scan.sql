-- Scans that came from the office's scanner and belong to no dossier yet (R-560..R-566). The file
-- is found by the SHA-256 of its bytes, as those of dossiers are.
CREATE TABLE inbox_scan (
    centre_id  INTEGER NOT NULL,
    id         INTEGER NOT NULL,        -- number of the log row that told of it
    name       TEXT    NOT NULL,        -- of the scanner's file, as it is shown; no path
    written_ns INTEGER NOT NULL,        -- when the scanner wrote it, ns since 1970
    salt       TEXT    NOT NULL,        -- of the digest that the log has
    sha256     TEXT,                    -- name of the file; NULL: it was refused
    type       TEXT,                    -- pdf, jpeg, png; NULL: it was refused
    bytes      INTEGER NOT NULL,
    refused    TEXT,                    -- scan_type, too_large, not_a_file, unreadable; NULL: taken
    arrived_at INTEGER NOT NULL,
    dossier_id INTEGER,                 -- to which it was given, as the scan scan_id
    scan_id    INTEGER,
    ended_by   TEXT,                    -- who gave it to a dossier or discarded it
    ended_at   INTEGER,                 -- NULL: it waits
    reason     TEXT,                    -- why it was discarded
    PRIMARY KEY (centre_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_scan_waiting ON inbox_scan (centre_id, ended_at, id);
CREATE INDEX inbox_scan_file ON inbox_scan (centre_id, sha256);
CREATE INDEX inbox_scan_name ON inbox_scan (centre_id, name, written_ns);
