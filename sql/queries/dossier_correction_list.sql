-- The corrections of a dossier, in order.
SELECT seq, field, old_value, new_value, reason, asked_by, asked_at, approved_by, approved_at,
       approved_seq, due_before, due_after, verdict_before, verdict_after
  FROM dossier_correction
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY seq
