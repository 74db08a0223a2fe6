-- The highest copy number of one sheet (R-655).
SELECT MAX(copy) FROM print_job
 WHERE centre_id = $1 AND subject = $2 AND form = $3 AND content = $4
