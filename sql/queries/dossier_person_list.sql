-- The people of a dossier.
SELECT part, kind, full_name, personal_id, tax_code, birth_date, sex, address, phone, email,
       document, verified_by, verified_at, authorisation, content,
       person
  FROM dossier_person
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY part
