-- The newest version of each closed report of a kind, newest period first.
SELECT kind, date_from, date_to, version, closed_at, closed_by, log_seq, log_hash, figures,
       figures_hash, dossiers
  FROM closed_report AS r
 WHERE centre_id = $1 AND kind = $2 AND date_from < $3
   AND version = (SELECT max(version)
                    FROM closed_report AS newest
                   WHERE newest.centre_id = r.centre_id AND newest.kind = r.kind
                     AND newest.date_from = r.date_from)
 ORDER BY date_from DESC
 LIMIT $4
