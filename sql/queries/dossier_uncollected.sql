-- Results that were ready before $2 and not fetched by $3.
SELECT count(*)
  FROM (SELECT id
          FROM dossier
         WHERE centre_id = $1 AND state = 'result_ready' AND ended_at < $2
         UNION ALL
        SELECT id
          FROM dossier
         WHERE centre_id = $1 AND returned_at >= $3 AND ended_at < $2) AS waiting
