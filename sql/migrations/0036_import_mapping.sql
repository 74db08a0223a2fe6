-- How a table of another system is read: which column gives what (R-520). The document is the
-- JSON that an administrator saved, checked before it was stored.
CREATE TABLE import_mapping (
    centre_id  INTEGER NOT NULL,
    mapping    TEXT    NOT NULL,          -- code
    document   TEXT    NOT NULL,          -- JSON
    version    INTEGER NOT NULL,          -- number of the log row that changed it last
    changed_at INTEGER NOT NULL,
    changed_by TEXT    NOT NULL,
    PRIMARY KEY (centre_id, mapping)
) STRICT, WITHOUT ROWID;
