-- Add a ticket (R-111, R-122, R-890).
INSERT INTO ticket (centre_id, id, site, business_date, service, number_service, number, class,
                    state, lane, order_at, not_before, issued_at, calls, appointment_at,
                    came_back, closed_by, issuer, track_token, track_digest, print_job, version,
                    played_low_s, played_high_s)
VALUES ($1, $2, $3, $4, $5, $5, $6, $7, 'waiting', 0, $8, $9, $10, 0, $11, 0, 0, $12, $13, $14,
        $15, $16, $17, $18)
