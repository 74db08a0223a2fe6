-- Save what happened to a ticket.
UPDATE ticket
   SET service = $3, class = $4, state = $5, lane = $6, order_at = $7, not_before = $8,
       only_counter = $9, first_called_at = $10, called_at = $11, started_at = $12,
       finished_at = $13,
       counter = $14, calls = $15, no_show_at = $16, came_back = $17, closed_by = $18, version = $19
 WHERE centre_id = $1 AND id = $2
