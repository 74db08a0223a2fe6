-- Add or change a service.
INSERT INTO service (centre_id, code, name, name_en, position, closed)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET name = excluded.name, name_en = excluded.name_en, position = excluded.position,
       closed = excluded.closed
