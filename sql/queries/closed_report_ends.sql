-- The closed reports that end on $2 or later, each once, by kind and period.
-- scan ok: a few hundred rows, read when a result is opened again
SELECT kind, date_from, date_to
  FROM closed_report
 WHERE centre_id = $1 AND date_to >= $2 AND version = 1
 ORDER BY kind, date_from
