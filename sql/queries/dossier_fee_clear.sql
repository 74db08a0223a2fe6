-- Forget the fee lines of a dossier, before they are replaced at acceptance.
DELETE FROM dossier_fee WHERE centre_id = $1 AND dossier_id = $2
