-- Every version of every closed report.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT kind, date_from, date_to, version, closed_at, closed_by, log_seq, log_hash, figures,
       figures_hash, dossiers
  FROM closed_report
 WHERE centre_id = $1
 ORDER BY kind, date_from, version
