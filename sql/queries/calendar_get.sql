-- One version of the calendar, without its document.
SELECT version, title, decree, entered_at, entered_by, digest
  FROM calendar_version
 WHERE centre_id = $1 AND version = $2
