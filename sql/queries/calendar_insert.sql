-- Add a version of the calendar.
INSERT INTO calendar_version (centre_id, version, title, decree, entered_at, entered_by, digest,
                              document)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
