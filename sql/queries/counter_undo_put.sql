-- Keep what the last call or no-show of a counter has changed (R-920).
INSERT INTO counter_undo (centre_id, counter, verb, at, ticket_id, ticket_version, finished_id,
                          ticket_counter, calls, first_called_at, called_at, started_at, no_show_at,
                          over_ordinary, over_priority)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (centre_id, counter) DO UPDATE
   SET verb = excluded.verb, at = excluded.at, ticket_id = excluded.ticket_id,
       ticket_version = excluded.ticket_version, finished_id = excluded.finished_id,
       ticket_counter = excluded.ticket_counter, calls = excluded.calls,
       first_called_at = excluded.first_called_at, called_at = excluded.called_at,
       started_at = excluded.started_at, no_show_at = excluded.no_show_at,
       over_ordinary = excluded.over_ordinary, over_priority = excluded.over_priority
