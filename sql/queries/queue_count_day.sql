-- Figures of a site's day, by service.
SELECT service, issued, waiting, parked, active, done, no_show, cancelled
  FROM queue_count
 WHERE centre_id = $1 AND site = $2 AND date = $3
 ORDER BY service
