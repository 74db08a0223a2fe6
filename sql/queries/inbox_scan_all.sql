-- Every scan that came from the scanner, for the check and the backup.
-- scan ok: the check and the backup read all of them.
SELECT id, name, written_ns, salt, sha256, type, bytes, refused, arrived_at, dossier_id, scan_id,
       ended_by, ended_at, reason
  FROM inbox_scan
 WHERE centre_id = $1
 ORDER BY sha256, id
