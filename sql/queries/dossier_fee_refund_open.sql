-- What somebody gave back and no closing has counted.
SELECT refund_method, amount
  FROM dossier_fee
 WHERE centre_id = $1 AND refunded_by = $2 AND refund_method IS NOT NULL
   AND refund_closing IS NULL
