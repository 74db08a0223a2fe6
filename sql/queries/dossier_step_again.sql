-- The last step of a dossier goes on, as if it had never ended.
UPDATE dossier_step SET ended_at = NULL
 WHERE centre_id = $1 AND dossier_id = $2
   AND step = (SELECT max(step) FROM dossier_step WHERE centre_id = $1 AND dossier_id = $2)
