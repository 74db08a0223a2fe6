-- Store the version of one part of the set-up.
INSERT INTO setup_part (centre_id, part, code, version, changed_at, changed_by)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (centre_id, part, code) DO UPDATE
   SET version = excluded.version, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by
