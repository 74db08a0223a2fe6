-- Who has, or had, this result number in its series.
SELECT id FROM dossier WHERE centre_id = $1 AND field = $2 AND number_year = $3 AND number = $4
 UNION ALL
SELECT dossier_id
  FROM dossier_void_number
 WHERE centre_id = $1 AND field = $2 AND number_year = $3 AND number = $4
