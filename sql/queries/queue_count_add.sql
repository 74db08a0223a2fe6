-- Add to the figures of a service's day.
INSERT INTO queue_count (centre_id, site, date, service, issued, waiting, parked, active, done,
                         no_show, cancelled)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (centre_id, site, date, service) DO UPDATE
   SET issued = queue_count.issued + excluded.issued,
       waiting = queue_count.waiting + excluded.waiting,
       parked = queue_count.parked + excluded.parked, active = queue_count.active + excluded.active,
       done = queue_count.done + excluded.done, no_show = queue_count.no_show + excluded.no_show,
       cancelled = queue_count.cancelled + excluded.cancelled
