-- The steps of a dossier at other agencies, in order.
SELECT step, list_row, agency, task, limit_text, begun_at, due_kind, due_at, due_day, ended_at,
       verdict
  FROM dossier_agency_step
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY step
