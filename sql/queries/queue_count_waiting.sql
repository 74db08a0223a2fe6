-- How many wait for one service today.
SELECT waiting FROM queue_count WHERE centre_id = $1 AND site = $2 AND date = $3 AND service = $4
