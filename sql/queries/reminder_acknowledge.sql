-- Somebody has taken note of a reminder.
UPDATE reminder SET acknowledged_at = $3, acknowledged_by = $4
 WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL AND acknowledged_at IS NULL
