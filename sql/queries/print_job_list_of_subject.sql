-- Print jobs of one ticket or dossier before a given one, newest first.
SELECT id, form, paper, subject, state, copy, generation, printer, job, sha256, message, created_at,
       changed_at, created_by, content
  FROM print_job
 WHERE centre_id = $1 AND subject = $2 AND id < $3
 ORDER BY id DESC LIMIT $4
