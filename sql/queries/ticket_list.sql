-- Tickets after a given one, with filters; the caller starts at the first of the day.
SELECT id, site, business_date, service, number_service, number, class, state, order_at, not_before,
       only_counter, issued_at, first_called_at, called_at, started_at, finished_at, counter, calls,
       appointment_at, no_show_at, came_back, closed_by, issuer, track_token, print_job, version,
       dossier
  FROM ticket
 WHERE centre_id = $1 AND id > $2
   AND (CAST($3 AS TEXT) IS NULL OR site = $3)
   AND (CAST($4 AS TEXT) IS NULL OR service = $4)
   AND (CAST($5 AS TEXT) IS NULL OR state = $5)
   AND (CAST($6 AS TEXT) IS NULL OR counter = $6)
 ORDER BY id LIMIT $7
