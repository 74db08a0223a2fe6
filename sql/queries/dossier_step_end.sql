-- End the step of a dossier that has not ended.
UPDATE dossier_step SET ended_at = $3
 WHERE centre_id = $1 AND dossier_id = $2 AND ended_at IS NULL
