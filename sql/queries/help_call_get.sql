-- One call for help.
SELECT id, site, made_at, made_by, taken_at, taken_by
  FROM help_call
 WHERE centre_id = $1 AND id = $2
