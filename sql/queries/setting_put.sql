-- Write one setting of the centre.
INSERT INTO setting (centre_id, name, value)
VALUES ($1, $2, $3)
    ON CONFLICT (centre_id, name) DO UPDATE SET value = excluded.value
