-- Print jobs that are not settled, newest first.
-- scan ok: their own small index, whatever the printer; sorted, a few hundred at most
SELECT id, form, paper, subject, state, copy, generation, printer, job, sha256, message, created_at,
       changed_at, created_by, content
  FROM print_job
 WHERE centre_id = $1 AND state < 4 AND id + 0 < $2
 ORDER BY id + 0 DESC LIMIT $3
