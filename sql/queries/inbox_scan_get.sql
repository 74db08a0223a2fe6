-- One scan from the scanner.
SELECT id, name, written_ns, salt, sha256, type, bytes, refused, arrived_at, dossier_id, scan_id,
       ended_by, ended_at, reason
  FROM inbox_scan
 WHERE centre_id = $1 AND id = $2
