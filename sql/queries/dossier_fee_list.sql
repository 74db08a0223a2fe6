-- The fee lines of a dossier.
SELECT position, line, amount, mode, method, reference, settled_by, settled_at, exemption, refund,
       closing, refund_method, refund_reference, refunded_by, refunded_at, refund_closing,
       refund_granted_by
  FROM dossier_fee
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY position
