-- A closing counts what somebody gave back and none has counted before.
UPDATE dossier_fee
   SET refund_closing = $3
 WHERE centre_id = $1 AND refunded_by = $2 AND refund_method IS NOT NULL
   AND refund_closing IS NULL
