-- Agencies for which the centre receives dossiers (phi địa giới), units with the days on which they
-- work, and dossiers that another agency decides: those are not in the centre's own figures
-- (R-436..R-442).
CREATE TABLE agency (
    centre_id INTEGER NOT NULL,
    code      TEXT    NOT NULL,             -- agency identifier, e.g. H55.130
    name      TEXT    NOT NULL,
    address   TEXT    NOT NULL,
    from_day  INTEGER,                      -- first day that it works; NULL: long since
    until_day INTEGER,                      -- the last one; NULL: no end is known
    successor TEXT,                         -- that took over what it did
    PRIMARY KEY (centre_id, code)
) STRICT, WITHOUT ROWID;
ALTER TABLE unit ADD COLUMN from_day INTEGER;
ALTER TABLE unit ADD COLUMN until_day INTEGER;
ALTER TABLE dossier ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0; -- 1: another agency decides
DROP INDEX dossier_ended;
CREATE INDEX dossier_ended
    ON dossier (centre_id, ended_at, accepted_at, id, verdict, procedure, field, channel, unit,
                officer)
    WHERE ended_at IS NOT NULL AND elsewhere = 0;
DROP INDEX dossier_open;
CREATE INDEX dossier_open
    ON dossier (centre_id, id, accepted_at, ended_at, procedure, field, unit, officer, due_kind,
                due_at, due_day, paused, near_at, late_at, signed_at, elsewhere)
    WHERE accepted_at IS NOT NULL AND ended_at IS NULL;
ALTER TABLE procedure_version ADD COLUMN beyond_boundary INTEGER NOT NULL DEFAULT 0;
UPDATE procedure_version SET beyond_boundary = 1 WHERE document LIKE '%"phi_dia_gioi":true%';
