-- Add or rename a unit.
INSERT INTO unit (centre_id, code, name, handles)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (centre_id, code) DO UPDATE SET name = excluded.name, handles = excluded.handles
