-- Answers owed at the end of a period ($2), and how many of them were late at $3.
-- scan ok: of those not answered yet all are read, and they are few
SELECT count(*), coalesce(sum(CASE WHEN due_at < $3 THEN 1 ELSE 0 END), 0)
  FROM (SELECT due_at
          FROM dossier_answer
         WHERE centre_id = $1 AND answered_at IS NULL AND arrived_at < $2
         UNION ALL
        SELECT due_at
          FROM dossier_answer
         WHERE centre_id = $1 AND answered_at >= $2 AND arrived_at < $2) AS owed
