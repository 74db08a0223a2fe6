-- Record a fee line of a dossier, or its settlement, or that it was given back.
INSERT INTO dossier_fee (centre_id, dossier_id, position, line, amount, mode, method, reference,
                         settled_by, settled_at, exemption, refund, closing, refund_method,
                         refund_reference, refunded_by, refunded_at, refund_closing,
                         refund_granted_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    ON CONFLICT (centre_id, dossier_id, position) DO UPDATE
   SET method = excluded.method, reference = excluded.reference, settled_by = excluded.settled_by,
       settled_at = excluded.settled_at, refund = excluded.refund,
       refund_granted_by = excluded.refund_granted_by,
       refund_method = excluded.refund_method, refund_reference = excluded.refund_reference,
       refunded_by = excluded.refunded_by, refunded_at = excluded.refunded_at
