-- Take the next number of a series (R-510).
INSERT INTO series (centre_id, name, period, last)
VALUES ($1, $2, $3, 1)
    ON CONFLICT (centre_id, name, period) DO UPDATE SET last = series.last + 1
RETURNING last
