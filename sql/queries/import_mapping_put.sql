-- Add a mapping of columns, or put another one in its place.
INSERT INTO import_mapping (centre_id, mapping, document, version, changed_at, changed_by)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (centre_id, mapping) DO UPDATE
   SET document = excluded.document, version = excluded.version, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by
