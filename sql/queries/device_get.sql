-- One device.
SELECT code, kind, site, any_class, token, disabled, created_at, created_by
  FROM device
 WHERE centre_id = $1 AND code = $2
