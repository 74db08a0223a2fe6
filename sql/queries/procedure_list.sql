-- Names of the versions begun by a date, after a given code; the caller stops at the end of a page.
SELECT code, version, effective_from, effective_to, name_fold, field
  FROM procedure_version
 WHERE centre_id = $1 AND code > $2 AND effective_from <= $3
   AND (effective_to IS NULL OR effective_to >= effective_from)
 ORDER BY code, version
