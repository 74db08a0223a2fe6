-- Does a scan that waits have this file?
SELECT id
  FROM inbox_scan
 WHERE centre_id = $1 AND sha256 = $2 AND ended_at IS NULL
 LIMIT 1
