-- A receipt is issued, or something became of it: its number, lines and total stay.
INSERT INTO receipt (centre_id, id, dossier_id, series, number, payer, total, issued_by, issued_at,
                     asked_by, asked_at, reason, voided_by, voided_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (centre_id, id) DO UPDATE
   SET asked_by = excluded.asked_by, asked_at = excluded.asked_at, reason = excluded.reason,
       voided_by = excluded.voided_by, voided_at = excluded.voided_at
