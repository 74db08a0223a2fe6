-- The steps of a dossier, in order.
SELECT step, unit, officer, given_by, given_at, begun_at, starts_at, ended_at, note, list_row
  FROM dossier_step
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY step
