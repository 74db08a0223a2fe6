-- Keep what a person wrote when he acted.
INSERT INTO dossier_note (centre_id, dossier_id, seq, kind, reason, code, items, until, actor, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
