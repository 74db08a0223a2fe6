-- One print job.
SELECT id, form, paper, subject, state, copy, generation, printer, job, sha256, message, created_at,
       changed_at, created_by, content
  FROM print_job
 WHERE centre_id = $1 AND id = $2
