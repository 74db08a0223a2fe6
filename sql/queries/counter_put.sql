-- Add a counter, or change what the set-up says of it; it is in use from now on.
INSERT INTO counter (centre_id, code, site, name, state, over_ordinary, over_priority, version)
VALUES ($1, $2, $3, $4, 'closed', 0, 0, 1)
    ON CONFLICT (centre_id, code) DO UPDATE
   SET site = excluded.site, name = excluded.name, retired = 0
