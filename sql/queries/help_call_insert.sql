-- Somebody calls for help.
INSERT INTO help_call (centre_id, id, site, date, made_at, made_by)
VALUES ($1, $2, $3, $4, $5, $6)
