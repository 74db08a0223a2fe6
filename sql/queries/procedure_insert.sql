-- Add a version of a procedure.
INSERT INTO procedure_version (centre_id, code, version, effective_from, effective_to, name,
                               name_fold, field, unit, document, beyond_boundary)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
