-- Fees given back when a dossier was stopped (R-430..R-432): who paid it out, how, and the closing
-- that counted it.
ALTER TABLE dossier_fee ADD COLUMN refund_method TEXT;      -- NULL: not paid out
ALTER TABLE dossier_fee ADD COLUMN refund_reference TEXT;
ALTER TABLE dossier_fee ADD COLUMN refunded_by TEXT;
ALTER TABLE dossier_fee ADD COLUMN refunded_at INTEGER;
ALTER TABLE dossier_fee ADD COLUMN refund_closing INTEGER;  -- NULL: none yet
CREATE INDEX dossier_fee_refund ON dossier_fee (centre_id, refunded_by)
    WHERE refund_method IS NOT NULL AND refund_closing IS NULL;
ALTER TABLE cash_closing ADD COLUMN refunds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cash_closing ADD COLUMN refunded_cash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cash_closing ADD COLUMN refunded_transfer INTEGER NOT NULL DEFAULT 0;
