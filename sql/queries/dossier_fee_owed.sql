-- Every fee that is owed, with the codes of its dossier; those of a dossier follow each other.
-- scan ok: what is owed is a small part, read along an index of it alone
SELECT fee.dossier_id, fee.amount, dossier.code, dossier.external_code
  FROM dossier_fee AS fee
  JOIN dossier
    ON dossier.centre_id = $1 AND dossier.id = fee.dossier_id
 WHERE fee.centre_id = $1 AND fee.method IS NULL AND fee.exemption IS NULL AND fee.amount > 0
 ORDER BY fee.dossier_id
