-- The newest version of a procedure that was in force on a date or before it.
SELECT code, version, effective_from, effective_to, document
  FROM procedure_version
 WHERE centre_id = $1 AND code = $2 AND effective_from <= $3
   AND (effective_to IS NULL OR effective_to >= effective_from)
 ORDER BY version DESC LIMIT 1
