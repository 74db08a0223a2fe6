-- The calendar that was in force before an instant, without its document.
-- scan ok: a few versions a year, from the newest on
SELECT version, title, decree, entered_at, entered_by, digest
  FROM calendar_version
 WHERE centre_id = $1 AND entered_at < $2
 ORDER BY version DESC LIMIT 1
