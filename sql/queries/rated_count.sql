-- How many tickets and dossiers were rated.
-- scan ok: read by the check of a centre, which looks at every row.
SELECT COUNT(*) FROM rated WHERE centre_id = $1
