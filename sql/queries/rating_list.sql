-- The ratings of a period, both dates inclusive.
SELECT date, kind, channel, site, service, field, procedure, sector, unit, officer, level, reasons,
       assisted
  FROM rating
 WHERE centre_id = $1 AND date >= $2 AND date <= $3
