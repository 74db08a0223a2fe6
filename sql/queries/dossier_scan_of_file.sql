-- Does a scan that stands, of any dossier, have this file?
SELECT dossier_id
  FROM dossier_scan
 WHERE centre_id = $1 AND sha256 = $2 AND removed_by IS NULL
 LIMIT 1
