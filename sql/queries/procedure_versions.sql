-- The newest versions of a procedure, the newest first.
SELECT code, version, effective_from, effective_to, name
  FROM procedure_version
 WHERE centre_id = $1 AND code = $2
 ORDER BY version DESC LIMIT $3
