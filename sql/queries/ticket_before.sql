-- How many of one free lane stand before a given place, 99 at most (R-110).
SELECT count(*)
  FROM (SELECT id
          FROM ticket
         WHERE centre_id = $1 AND site = $2 AND lane = 0 AND service = $3 AND class = $4
           AND state = 'waiting' AND (order_at, id) < ($5, $6)
         LIMIT 99) AS before
