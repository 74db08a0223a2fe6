-- Add or change a unit.
INSERT INTO unit (centre_id, code, name, handles, from_day, until_day)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET name = excluded.name, handles = excluded.handles, from_day = excluded.from_day,
       until_day = excluded.until_day
