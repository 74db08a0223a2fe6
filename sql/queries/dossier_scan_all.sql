-- Every scan of a centre, for the check and the backup.
-- scan ok: the check and the backup read all of them.
SELECT dossier_id, id, paper, sha256, type, bytes, name, added_by, added_at, removed_by,
       removed_at, reason, from_dossier, from_scan
  FROM dossier_scan
 WHERE centre_id = $1
 ORDER BY sha256
