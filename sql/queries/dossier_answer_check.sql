-- Dossiers whose state and whose open answers do not agree.
-- scan ok: the check reads everything
SELECT d.id, d.state, COUNT(a.round) AS owed
  FROM dossier d
  LEFT JOIN dossier_answer a
    ON a.centre_id = d.centre_id AND a.dossier_id = d.id AND a.answered_at IS NULL
 WHERE d.centre_id = $1
 GROUP BY d.id, d.state
HAVING COUNT(a.round) <> CASE WHEN d.state = 'arrived' THEN 1 ELSE 0 END
