-- All that the strip of open dossiers needs (R-942): it reads every one of them, and no row for it.
-- It serves as the index of open dossiers did, whose name it takes.
DROP INDEX dossier_open;
CREATE INDEX dossier_open
    ON dossier (centre_id, id, accepted_at, ended_at, procedure, field, unit, officer, due_kind,
                due_at, due_day, paused, near_at, late_at, signed_at)
    WHERE accepted_at IS NOT NULL AND ended_at IS NULL;
