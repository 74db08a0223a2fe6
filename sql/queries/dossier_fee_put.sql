-- Record a fee line of a dossier, or its settlement.
INSERT INTO dossier_fee (centre_id, dossier_id, position, line, amount, mode, method, reference,
                         settled_by, settled_at, exemption, refund, closing)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    ON CONFLICT (centre_id, dossier_id, position) DO UPDATE
   SET method = excluded.method, reference = excluded.reference, settled_by = excluded.settled_by,
       settled_at = excluded.settled_at, refund = excluded.refund
