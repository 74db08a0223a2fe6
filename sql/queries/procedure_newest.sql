-- The version of a procedure that was entered last.
SELECT code, version, effective_from, effective_to, document
  FROM procedure_version
 WHERE centre_id = $1 AND code = $2
 ORDER BY version DESC LIMIT 1
