-- One ticket by the digest of its tracking token.
SELECT id, site, business_date, service, number_service, number, class, state, order_at, not_before,
       only_counter, issued_at, first_called_at, called_at, started_at, finished_at, counter, calls,
       appointment_at, no_show_at, came_back, closed_by, issuer, track_token, print_job, version,
       dossier
  FROM ticket
 WHERE centre_id = $1 AND track_digest = $2
