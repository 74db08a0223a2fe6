-- What a leader granted a dossier.
SELECT extended_at, limit_text, cutoff_s, apologised_at, apologised_by, new_time
  FROM dossier_term
 WHERE centre_id = $1 AND dossier_id = $2
