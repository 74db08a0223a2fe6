-- What is owed, for the matching of bank statements (R-429).
CREATE INDEX dossier_fee_owed ON dossier_fee (centre_id, dossier_id)
    WHERE method IS NULL AND exemption IS NULL AND amount > 0;
