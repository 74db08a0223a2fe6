-- Corrections: asked for by one, approved by another; the old value stays readable (R-878).
CREATE TABLE dossier_correction (
    centre_id   INTEGER NOT NULL,
    dossier_id  INTEGER NOT NULL,
    seq         INTEGER NOT NULL,           -- of the log row that asked for it
    field       TEXT    NOT NULL,           -- of the applicant: full_name, phone ...
    old_value   TEXT    NOT NULL,
    new_value   TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    asked_by    TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    approved_by TEXT,                       -- NULL: not yet
    approved_at INTEGER,
    PRIMARY KEY (centre_id, dossier_id, seq)
) STRICT, WITHOUT ROWID;
