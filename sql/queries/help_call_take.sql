-- A person of the staff goes there.
UPDATE help_call SET taken_at = $3, taken_by = $4
 WHERE centre_id = $1 AND id = $2 AND taken_at IS NULL
