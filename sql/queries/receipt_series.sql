-- How many receipts each series gave and up to which number, beside where the series stands.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT given.series, given.amount, given.greatest,
       (SELECT coalesce(max(series.last), 0)
          FROM series
         WHERE series.centre_id = $1 AND series.name = 'receipt/' || given.series
           AND series.period = 0) AS last
  FROM (SELECT series, count(*) AS amount, max(number) AS greatest
          FROM receipt
         WHERE centre_id = $1
         GROUP BY series) AS given
