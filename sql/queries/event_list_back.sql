-- Rows of the event log before a given one, newest first.
SELECT seq, at, kind, subject, actor, counter, data, hash
  FROM event
 WHERE centre_id = $1 AND seq < $2
 ORDER BY seq DESC LIMIT $3
