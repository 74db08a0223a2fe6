-- What the last call or no-show of a counter has changed (R-920).
SELECT verb, at, ticket_id, ticket_version, finished_id, ticket_counter, calls, first_called_at,
       called_at, started_at, no_show_at, over_ordinary, over_priority
  FROM counter_undo
 WHERE centre_id = $1 AND counter = $2
