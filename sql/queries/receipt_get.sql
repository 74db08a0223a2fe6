-- One receipt.
SELECT id, dossier_id, series, number, payer, total, issued_by, issued_at, asked_by, asked_at,
       reason, voided_by, voided_at
  FROM receipt
 WHERE centre_id = $1 AND id = $2
