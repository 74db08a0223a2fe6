-- What was written in [$3, $4) of one kind, by its code.
-- scan ok: the few codes of a period are sorted
SELECT code, count(*)
  FROM dossier_note
 WHERE centre_id = $1 AND kind = $2 AND at >= $3 AND at < $4
 GROUP BY code
 ORDER BY code
