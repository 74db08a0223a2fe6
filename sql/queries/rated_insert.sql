-- Remember that a ticket or a dossier was rated.
INSERT INTO rated (centre_id, subject) VALUES ($1, $2)
