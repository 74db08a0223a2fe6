-- Scans that were taken over from other dossiers, for the check.
-- scan ok: the check reads all of them
SELECT dossier_id, id, paper, sha256, type, bytes, name, added_by, added_at, removed_by,
       removed_at, reason, from_dossier, from_scan
  FROM dossier_scan
 WHERE centre_id = $1 AND from_scan IS NOT NULL
