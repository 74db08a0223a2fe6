-- Rows of the book of a field (form 07), accepted in [$3, $4) of one year, by their numbers.
-- scan ok: what is sorted is a year of one field
SELECT d.book_row, d.code, d.procedure_name, p.full_name, p.address, p.phone,
       CASE WHEN d.elsewhere THEN d.competent_agency ELSE d.handling_unit END,
       d.accepted_at, d.promised_at, d.returned_at, d.delivery, d.id,
       EXISTS (SELECT 1
                 FROM dossier_correction c
                WHERE c.centre_id = d.centre_id AND c.dossier_id = d.id
                  AND c.approved_by IS NOT NULL) AS corrected
  FROM dossier d
  JOIN dossier_person p
    ON p.centre_id = d.centre_id AND p.dossier_id = d.id AND p.part = 'applicant'
 WHERE d.centre_id = $1 AND d.accepted_at >= $3 AND d.accepted_at < $4 AND d.field = $2
   AND d.book_row IS NOT NULL
 ORDER BY d.book_row
 LIMIT $5
