-- The last step of a dossier ends with it.
UPDATE dossier_step SET ended_at = $3
 WHERE centre_id = $1 AND dossier_id = $2 AND ended_at IS NOT NULL
   AND step = (SELECT max(step) FROM dossier_step WHERE centre_id = $1 AND dossier_id = $2)
