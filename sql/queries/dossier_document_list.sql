-- The papers of a dossier.
SELECT position, list_row, name, form, originals, copies, note, scan_file, exception, received_at
  FROM dossier_document
 WHERE centre_id = $1 AND dossier_id = $2
 ORDER BY position
