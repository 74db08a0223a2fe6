-- Whether a ticket or a dossier was rated.
SELECT 1 FROM rated WHERE centre_id = $1 AND subject = $2
