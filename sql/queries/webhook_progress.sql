-- How far a webhook was told, and how its last try went; an older try changes nothing.
UPDATE webhook
   SET told = $3, told_at = $4, failures = $5, failing_since = $6, failure = $7
 WHERE centre_id = $1 AND webhook = $2 AND told <= $3
