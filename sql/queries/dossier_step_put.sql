-- Begin a step of a dossier.
INSERT INTO dossier_step (centre_id, dossier_id, step, unit, officer, given_by, given_at,
                          begun_at, starts_at, ended_at, note, list_row)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
