-- A reminder is made.
INSERT INTO reminder (centre_id, id, dossier_id, kind, level, about, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
