-- Add or change an agency.
INSERT INTO agency (centre_id, code, name, address, from_day, until_day, successor)
VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET name = excluded.name, address = excluded.address, from_day = excluded.from_day,
       until_day = excluded.until_day, successor = excluded.successor
