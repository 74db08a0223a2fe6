-- How far the dossiers have followed the newest calendar.
-- scan ok: from the end, one row
SELECT version, begun_at, ended_at, last_id, seen, later, earlier, kept
  FROM calendar_apply
 WHERE centre_id = $1
 ORDER BY version DESC LIMIT 1
