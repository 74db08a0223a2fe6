-- A reminder's reason is gone.
UPDATE reminder SET ended_at = $3
 WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL AND acknowledged_at IS NULL
