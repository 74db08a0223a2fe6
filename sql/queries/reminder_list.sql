-- Open reminders before a given one, newest first.
SELECT id, dossier_id, kind, level, about, made_at, ended_at, acknowledged_at, acknowledged_by
  FROM reminder
 WHERE centre_id = $1 AND id < $2 AND ended_at IS NULL AND acknowledged_at IS NULL
 ORDER BY id DESC
