-- The figures of one group in one day or month (R-240).
SELECT received_online, received_other, early, on_time, late
  FROM dossier_count
 WHERE centre_id = $1 AND grain = $2 AND dim = $3 AND period = $4 AND dim_id = $5
