-- Receipts from the newest on, before a number of the log.
SELECT id, dossier_id, series, number, payer, total, issued_by, issued_at, asked_by, asked_at,
       reason, voided_by, voided_at
  FROM receipt
 WHERE centre_id = $1 AND id < $2
 ORDER BY id DESC
 LIMIT $3
