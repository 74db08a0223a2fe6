-- Devices of the centre, by code.
-- scan ok: some dozens of devices, at start
SELECT code, kind, site, any_class, token, disabled, created_at, created_by, coalesce(seen_at, 0)
  FROM device
 WHERE centre_id = $1
 ORDER BY code
