-- The last row of a centre's event log.
-- scan ok: from the end, one row
SELECT seq, at, kind, subject, actor, counter, data, hash
  FROM event
 WHERE centre_id = $1
 ORDER BY seq DESC LIMIT 1
