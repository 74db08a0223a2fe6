-- How many notes of each kind there are.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT kind, count(*)
  FROM dossier_note
 WHERE centre_id = $1
 GROUP BY kind
