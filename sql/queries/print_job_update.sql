-- Save what has become of a print job (R-652).
UPDATE print_job SET state = $3, job = $4, sha256 = $5, message = $6, changed_at = $7
 WHERE centre_id = $1 AND id = $2
