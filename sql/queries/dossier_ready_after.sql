-- Dossiers with a result that nobody has fetched yet, after a given one.
SELECT id
  FROM dossier
 WHERE centre_id = $1 AND state = 'result_ready' AND id > $2
 ORDER BY id LIMIT 1
