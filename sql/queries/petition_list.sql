-- Petitions before a given one, newest first; $3 a state, $4 the day on which they are late.
SELECT id, year, number, kind, channel, content, full_name, phone, confidential, state,
       received_at, received_by, sort_by, ask_by, answer_by, publish_by, asked_at, asked_for,
       ended_at, outcome, on_time, published_at, version, changed_at, changed_by
  FROM petition
 WHERE centre_id = $1 AND id < $2
   AND (CAST($3 AS TEXT) IS NULL OR state = $3)
   AND (CAST($4 AS INTEGER) IS NULL OR (state = 'received' AND sort_by < $4)
        OR (state = 'processing' AND answer_by < $4))
 ORDER BY id DESC LIMIT $5
