-- The last service times of one service, newest first (R-126).
SELECT finished_at, started_at
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND service = $3 AND state = 'done' AND finished_at > 0
   AND started_at IS NOT NULL
 ORDER BY finished_at DESC LIMIT $4
