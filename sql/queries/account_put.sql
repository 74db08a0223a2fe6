-- Add or change an account.
INSERT INTO account (centre_id, code, name, unit, roles, password, disabled, version, changed_at,
                     changed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET name = excluded.name, unit = excluded.unit, roles = excluded.roles,
       password = excluded.password, disabled = excluded.disabled, version = excluded.version,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by
