-- Rows of the event log that tell of one subject, before a given one, newest first.
SELECT seq, at, kind, subject, actor, counter, data, hash
  FROM event
 WHERE centre_id = $1 AND subject = $2 AND seq < $3
 ORDER BY seq DESC LIMIT $4
