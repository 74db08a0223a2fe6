-- The number of a result that is void: it stays used.
INSERT INTO dossier_void_number (centre_id, field, number_year, number, dossier_id)
VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (centre_id, field, number_year, number) DO NOTHING
