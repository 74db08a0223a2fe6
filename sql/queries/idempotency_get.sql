-- What was answered to a request with this key (R-605).
SELECT digest, status, headers, body
  FROM idempotency
 WHERE centre_id = $1 AND actor = $2 AND key = $3
