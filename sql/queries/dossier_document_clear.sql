-- Forget the papers of a dossier, before its list is replaced at acceptance.
DELETE FROM dossier_document WHERE centre_id = $1 AND dossier_id = $2
