-- Those who wait but may not be called yet; few, for a few minutes.
SELECT id, order_at, not_before, service, class, only_counter
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND lane = 2 AND state = 'waiting'
 ORDER BY service, class, order_at, id LIMIT 200
