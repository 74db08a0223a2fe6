-- Work of one printer in one state after a given job, oldest first.
SELECT id, form, paper, subject, state, copy, generation, printer, job, sha256, message, created_at,
       changed_at, created_by, content
  FROM print_job
 WHERE centre_id = $1 AND printer = $2 AND state = $3 AND state < 4 AND id > $4
 ORDER BY id LIMIT $5
