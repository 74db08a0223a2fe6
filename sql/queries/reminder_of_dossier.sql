-- Every reminder of a dossier.
SELECT id, dossier_id, kind, level, about, made_at, ended_at, acknowledged_at, acknowledged_by
  FROM reminder
 WHERE centre_id = $1 AND dossier_id = $2
