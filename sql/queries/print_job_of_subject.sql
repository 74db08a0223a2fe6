-- The print jobs of one subject, oldest first.
SELECT id FROM print_job WHERE centre_id = $1 AND subject = $2 ORDER BY id
