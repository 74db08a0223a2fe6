-- Version of one part of the set-up, and who changed it.
SELECT version, changed_at, changed_by
  FROM setup_part
 WHERE centre_id = $1 AND part = $2 AND code = $3
