-- One petition.
SELECT id, year, number, kind, channel, content, full_name, phone, confidential, state,
       received_at, received_by, sort_by, ask_by, answer_by, publish_by, asked_at, asked_for,
       ended_at, outcome, on_time, published_at, version, changed_at, changed_by
  FROM petition
 WHERE centre_id = $1 AND id = $2
