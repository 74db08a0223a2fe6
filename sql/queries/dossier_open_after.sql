-- Open dossiers after a given one, in order of intake.
SELECT id
  FROM dossier
 WHERE centre_id = $1 AND id > $2 AND accepted_at IS NOT NULL AND ended_at IS NULL
 ORDER BY id LIMIT 1
