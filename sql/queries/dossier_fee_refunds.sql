-- How many fees were given back, and their sum.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT count(*), coalesce(sum(amount), 0)
  FROM dossier_fee
 WHERE centre_id = $1 AND refund_method IS NOT NULL
