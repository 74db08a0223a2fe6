-- The day that a site's queue is in.
SELECT date, first_id FROM business_day WHERE centre_id = $1 AND site = $2
