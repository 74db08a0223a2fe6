-- Head of the free lane of one service and class: it stands for all behind it (R-102).
SELECT id, order_at, not_before
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND lane = 0 AND service = $3 AND class = $4
   AND state = 'waiting'
 ORDER BY order_at, id LIMIT 1
