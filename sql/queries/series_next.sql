-- Take the next number of a series (R-510); series_last reads it. (RETURNING would cost as much as
-- both together: SQLite makes a temporary table for it.)
INSERT INTO series (centre_id, name, period, last)
VALUES ($1, $2, $3, 1)
    ON CONFLICT (centre_id, name, period) DO UPDATE SET last = series.last + 1
