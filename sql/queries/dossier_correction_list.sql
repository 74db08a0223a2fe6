-- The corrections of a dossier, in order.
SELECT seq, field, old_value, new_value, reason, asked_by, asked_at, approved_by, approved_at
  FROM dossier_correction
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY seq
