-- The same among those who may be called by one counter only.
SELECT count(*)
  FROM (SELECT id
          FROM ticket
         WHERE centre_id = $1 AND site = $2 AND only_counter = $7 AND service = $3 AND class = $4
           AND lane = 1 AND state = 'waiting' AND (order_at, id) < ($5, $6)
         LIMIT 99) AS before
