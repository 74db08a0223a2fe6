-- Numbers given in each series beside where the series stands, for the check of the whole centre.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT given.site, given.number_service, given.business_date, given.amount, given.greatest,
       coalesce(series.last, 0)
  FROM (SELECT site, number_service, business_date, count(*) AS amount, max(number) AS greatest
          FROM ticket
         WHERE centre_id = $1
         GROUP BY site, business_date, number_service) AS given
  LEFT JOIN series
    ON series.centre_id = $1
   AND series.name = 'ticket/' || given.site || '/' || given.number_service
   AND series.period = given.business_date
