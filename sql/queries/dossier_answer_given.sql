-- Answers given in [$2, $3), and how many of them were late.
SELECT count(*), coalesce(sum(CASE WHEN answered_at > due_at THEN 1 ELSE 0 END), 0)
  FROM dossier_answer
 WHERE centre_id = $1 AND answered_at >= $2 AND answered_at < $3
