-- Keep when a device was seen last.
UPDATE device SET seen_at = max(coalesce(seen_at, 0), $3)
 WHERE centre_id = $1 AND code = $2
