-- A petition has moved on.
UPDATE petition
   SET state = $3, publish_by = $4, asked_at = $5, asked_for = $6, ended_at = $7, outcome = $8,
       on_time = $9, published_at = $10, version = $11, changed_at = $12, changed_by = $13
 WHERE centre_id = $1 AND id = $2
