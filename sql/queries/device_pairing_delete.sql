-- The pairing code of a device was used, or the device is taken out of use.
DELETE FROM device_pairing
 WHERE centre_id = $1 AND device = $2
