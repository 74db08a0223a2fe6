-- How many wait at a site today.
SELECT coalesce(sum(waiting), 0) FROM queue_count WHERE centre_id = $1 AND site = $2 AND date = $3
