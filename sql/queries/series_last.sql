-- The number of a series that was taken last (R-510).
SELECT last FROM series WHERE centre_id = $1 AND name = $2 AND period = $3
