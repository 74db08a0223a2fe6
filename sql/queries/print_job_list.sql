-- Print jobs before a given one, newest first; the reader stops when its page is full.
SELECT id, form, paper, subject, state, copy, generation, printer, job, sha256, message, created_at,
       changed_at, created_by, content
  FROM print_job
 WHERE centre_id = $1 AND id < $2
 ORDER BY id DESC LIMIT $3
