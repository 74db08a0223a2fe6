-- Give a device a new pairing code; the one before is worth nothing.
INSERT INTO device_pairing (centre_id, device, code, expires_at)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (centre_id, device) DO UPDATE
   SET code = excluded.code, expires_at = excluded.expires_at
