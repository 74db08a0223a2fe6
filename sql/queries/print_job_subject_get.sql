-- What a print job is about; no row when there is no such job.
SELECT subject
  FROM print_job
 WHERE centre_id = $1 AND id = $2
