-- The device that a pairing code is for.
SELECT device, expires_at
  FROM device_pairing
 WHERE centre_id = $1 AND code = $2
