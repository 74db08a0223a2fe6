-- One mapping of columns.
SELECT mapping, document, version, changed_at, changed_by
  FROM import_mapping
 WHERE centre_id = $1 AND mapping = $2
