-- All mappings of columns, by their codes.
-- scan ok: IMPORT_MAPPINGS_MAX at most
SELECT mapping, document, version, changed_at, changed_by
  FROM import_mapping
 WHERE centre_id = $1
 ORDER BY mapping
