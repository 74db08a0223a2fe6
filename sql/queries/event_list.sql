-- Rows of the event log after a given one, in order.
SELECT seq, at, kind, subject, actor, counter, data, hash
  FROM event
 WHERE centre_id = $1 AND seq > $2
 ORDER BY seq LIMIT $3
