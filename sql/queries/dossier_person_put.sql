-- Record a person of a dossier.
INSERT INTO dossier_person (centre_id, dossier_id, part, kind, full_name, personal_id, tax_code,
                            birth_date, sex, address, phone, email, document, verified_by,
                            verified_at, authorisation, content, person)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    ON CONFLICT (centre_id, dossier_id, part) DO UPDATE
   SET kind = excluded.kind, full_name = excluded.full_name, personal_id = excluded.personal_id,
       tax_code = excluded.tax_code, birth_date = excluded.birth_date, sex = excluded.sex, address =
       excluded.address, phone = excluded.phone, email = excluded.email, document =
       excluded.document, verified_by = excluded.verified_by, verified_at = excluded.verified_at,
       authorisation = excluded.authorisation, content = excluded.content,
       person = excluded.person
