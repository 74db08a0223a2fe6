-- One version of a procedure.
SELECT code, version, effective_from, effective_to, document
  FROM procedure_version
 WHERE centre_id = $1 AND code = $2 AND version = $3
