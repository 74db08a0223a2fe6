-- The answer that a corrected acceptance was.
UPDATE dossier_answer
   SET answered_at = $4
 WHERE centre_id = $1 AND dossier_id = $2 AND answered_at = $3
