-- The scans of a dossier, those taken away too, in order.
SELECT dossier_id, id, paper, sha256, type, bytes, name, added_by, added_at, removed_by,
       removed_at, reason, from_dossier, from_scan
  FROM dossier_scan
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY id
