-- The calendar in force: the greatest version. Without its document.
-- scan ok: from the end, one row
SELECT version, title, decree, entered_at, entered_by, digest
  FROM calendar_version
 WHERE centre_id = $1
 ORDER BY version DESC LIMIT 1
