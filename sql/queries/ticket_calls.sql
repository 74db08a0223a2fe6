-- The newest calls of a site's day.
SELECT number_service, number, counter, called_at, class
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND business_date = $3 AND called_at IS NOT NULL
 ORDER BY called_at DESC, id DESC LIMIT $4
