-- The next destination that has a print job that is not settled.
SELECT printer FROM print_job
 WHERE centre_id = $1 AND state < 4 AND printer > $2
 ORDER BY printer LIMIT 1
