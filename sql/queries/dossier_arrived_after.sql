-- Dossiers that arrived from outside and wait for an answer, after a given one.
SELECT id
  FROM dossier
 WHERE centre_id = $1 AND state = 'arrived' AND id > $2
 ORDER BY id LIMIT 1
