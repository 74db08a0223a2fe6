-- The newest answer owed or given to a dossier.
SELECT round, arrived_at, remind_at, due_at, answered_at
  FROM dossier_answer
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY round DESC LIMIT 1
