-- The newest versions of the calendar, without their documents.
-- scan ok: from the end, some rows
SELECT version, title, decree, entered_at, entered_by
  FROM calendar_version
 WHERE centre_id = $1
 ORDER BY version DESC LIMIT $2
