-- Every dossier as its row stands, beside which the log is held.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT id, state, unit, officer, accepted_at, ended_at, returned_at, verdict, code, procedure,
       field, channel, due_at, elsewhere
  FROM dossier
 WHERE centre_id = $1
 ORDER BY id
