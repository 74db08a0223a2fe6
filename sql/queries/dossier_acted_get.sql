-- Has he acted on this dossier?
SELECT dossier_id FROM dossier_acted WHERE centre_id = $1 AND account = $2 AND dossier_id = $3
