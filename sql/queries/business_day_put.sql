-- Begin a business day at a site.
INSERT INTO business_day (centre_id, site, date, first_id)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (centre_id, site) DO UPDATE SET date = excluded.date, first_id = excluded.first_id
