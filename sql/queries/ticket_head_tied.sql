-- Head of those of one service and class who may be called by one counter only.
SELECT id, order_at, not_before
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND only_counter = $3 AND service = $4 AND class = $5
   AND lane = 1 AND state = 'waiting'
 ORDER BY order_at, id LIMIT 1
