-- End a version of a procedure on a date, unless it ends before that.
UPDATE procedure_version
   SET effective_to = $4
 WHERE centre_id = $1 AND code = $2 AND version = $3
   AND (effective_to IS NULL OR effective_to > $4)
