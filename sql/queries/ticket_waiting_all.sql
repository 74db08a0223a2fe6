-- Everybody who waits at a site, for the wait estimate (R-130); read off the writer.
SELECT id, order_at, not_before, service, class, only_counter
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND state = 'waiting'
 ORDER BY lane, service, class, order_at, id LIMIT $3
