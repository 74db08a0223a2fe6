-- Every day's figures, for the check of the whole centre.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT site, date, service, waiting, parked, active, done, no_show, cancelled
  FROM queue_count
 WHERE centre_id = $1
 ORDER BY site, date, service
