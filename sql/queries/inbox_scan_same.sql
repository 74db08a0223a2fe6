-- What a file of this name and time was taken for, unless it was discarded since; $4: its digest,
-- NULL when it is refused, $5: its bytes.
SELECT id, name, written_ns, salt, sha256, type, bytes, refused, arrived_at, dossier_id, scan_id,
       ended_by, ended_at, reason
  FROM inbox_scan
 WHERE centre_id = $1 AND name = $2 AND written_ns = $3 AND bytes = $5
   AND (sha256 = $4 OR (CAST($4 AS TEXT) IS NULL AND sha256 IS NULL))
   AND (ended_at IS NULL OR dossier_id IS NOT NULL)
 ORDER BY id LIMIT 1
