-- The dossier was answered.
UPDATE dossier_answer
   SET answered_at = $3
 WHERE centre_id = $1 AND dossier_id = $2 AND answered_at IS NULL
