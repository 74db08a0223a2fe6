-- What people wrote about a dossier, in order.
SELECT seq, kind, reason, code, items, until, actor, at
  FROM dossier_note
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY seq, kind
