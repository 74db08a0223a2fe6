-- Add a device, or take it out of use.
INSERT INTO device (centre_id, code, kind, site, any_class, token, disabled, created_at, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET kind = excluded.kind, site = excluded.site, any_class = excluded.any_class,
       token = excluded.token, disabled = excluded.disabled, created_at = excluded.created_at,
       created_by = excluded.created_by,
       seen_at = CASE WHEN token = excluded.token THEN seen_at END -- another token, another machine
