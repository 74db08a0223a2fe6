-- Who was responsible for a dossier at an instant.
SELECT unit, officer
  FROM dossier_step
 WHERE centre_id = $1 AND dossier_id = $2 AND begun_at <= $3
 ORDER BY step DESC LIMIT 1
