-- All figures of dossiers, for the check of the whole centre.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT grain, dim, period, dim_id, received_online, received_other, early, on_time, late
  FROM dossier_count
 WHERE centre_id = $1
