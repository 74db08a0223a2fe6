-- The receipts of a dossier, voided ones too, in order.
SELECT id, dossier_id, series, number, payer, total, issued_by, issued_at, asked_by, asked_at,
       reason, voided_by, voided_at
  FROM receipt
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY id
