-- Who granted that a fee is given back: another one pays it out (R-430).
ALTER TABLE dossier_fee ADD COLUMN refund_granted_by TEXT;
