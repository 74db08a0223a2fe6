-- Add or change a printer; it is in use from now on.
INSERT INTO printer (centre_id, code, name, destination, site, paper)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET name = excluded.name, destination = excluded.destination, site = excluded.site,
       paper = excluded.paper, retired = 0
