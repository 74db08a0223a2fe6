-- Let a dossier be found by a word.
INSERT INTO dossier_word (centre_id, word, dossier_id) VALUES ($1, $2, $3)
    ON CONFLICT (centre_id, word, dossier_id) DO NOTHING
