-- The document of one version of the calendar.
SELECT document FROM calendar_version WHERE centre_id = $1 AND version = $2
