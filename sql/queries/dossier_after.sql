-- Dossiers after a given one, in order of intake.
SELECT id
  FROM dossier
 WHERE centre_id = $1 AND id > $2
 ORDER BY id LIMIT 1
