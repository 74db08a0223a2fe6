-- Remember that somebody has acted on a dossier (R-203).
INSERT INTO dossier_acted (centre_id, account, dossier_id) VALUES ($1, $2, $3)
    ON CONFLICT (centre_id, account, dossier_id) DO NOTHING
