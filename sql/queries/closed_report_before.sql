-- The newest version of the closed report of a kind that begins last before $3.
SELECT kind, date_from, date_to, version, closed_at, closed_by, log_seq, log_hash, figures,
       figures_hash, dossiers
  FROM closed_report
 WHERE centre_id = $1 AND kind = $2 AND date_from < $3
 ORDER BY date_from DESC, version DESC
 LIMIT 1
