-- Tickets of a business day that its end will close (R-120).
SELECT id, site, business_date, service, number_service, number, class, state, order_at, not_before,
       only_counter, issued_at, first_called_at, called_at, started_at, finished_at, counter, calls,
       appointment_at, no_show_at, came_back, closed_by, issuer, track_token, print_job, version,
       dossier
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND business_date = $3
   AND state IN ('waiting', 'called', 'serving', 'parked')
 ORDER BY number_service, number LIMIT $4
