-- Add or change a site; it is in use from now on.
INSERT INTO site (centre_id, code, name, address)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET name = excluded.name, address = excluded.address, retired = 0
