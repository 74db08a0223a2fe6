-- Scans that wait, and refused ones that nobody has seen to, before a given one, newest first.
SELECT id, name, written_ns, salt, sha256, type, bytes, refused, arrived_at, dossier_id, scan_id,
       ended_by, ended_at, reason
  FROM inbox_scan
 WHERE centre_id = $1 AND ended_at IS NULL AND id < $2
 ORDER BY id DESC LIMIT $3
