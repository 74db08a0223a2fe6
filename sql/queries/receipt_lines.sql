-- The lines of a receipt.
SELECT fee, line, amount, method
  FROM receipt_line
 WHERE centre_id = $1 AND receipt_id = $2
 ORDER BY fee
