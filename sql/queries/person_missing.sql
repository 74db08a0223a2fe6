-- Dossiers whose people are not all in the register yet, in order of intake.
SELECT dossier_id
  FROM dossier_person
 WHERE centre_id = $1 AND person IS NULL
 ORDER BY dossier_id LIMIT 1
