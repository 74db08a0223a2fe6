-- The newest version of a closed report up to $4.
SELECT kind, date_from, date_to, version, closed_at, closed_by, log_seq, log_hash, figures,
       figures_hash, dossiers
  FROM closed_report
 WHERE centre_id = $1 AND kind = $2 AND date_from = $3 AND version <= $4
 ORDER BY version DESC
 LIMIT 1
