-- Calls for help of a day before a given one, newest first; $4 a site, $5 who called, $6 only those
-- that nobody has taken.
SELECT id, site, made_at, made_by, taken_at, taken_by
  FROM help_call
 WHERE centre_id = $1 AND date = $2 AND id < $3
   AND (CAST($4 AS TEXT) IS NULL OR site = $4)
   AND (CAST($5 AS TEXT) IS NULL OR made_by = $5)
   AND ($6 = 0 OR taken_at IS NULL)
 ORDER BY id DESC LIMIT $7
