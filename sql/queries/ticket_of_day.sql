-- Every ticket of a site's business day, by service and number: for reports.
SELECT id, site, business_date, service, number_service, number, class, state, order_at, not_before,
       only_counter, issued_at, first_called_at, called_at, started_at, finished_at, counter, calls,
       appointment_at, no_show_at, came_back, closed_by, issuer, track_token, print_job, version,
       dossier
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND business_date = $3
 ORDER BY number_service, number
