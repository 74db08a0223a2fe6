-- Say which dossier's result the holder of a ticket has come for.
UPDATE ticket SET dossier = $3
 WHERE centre_id = $1 AND id = $2
