-- The pauses of a dossier.
SELECT position, kind, begun_at, ended_at
  FROM dossier_pause
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY position
