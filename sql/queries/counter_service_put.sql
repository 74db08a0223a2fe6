-- Give a counter a service.
INSERT INTO counter_service (centre_id, counter, service, after_s)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (centre_id, counter, service) DO UPDATE SET after_s = excluded.after_s
