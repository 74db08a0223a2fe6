-- Record a paper of a dossier, or its scan.
INSERT INTO dossier_document (centre_id, dossier_id, position, list_row, name, form, originals,
                              copies, note, scan_file, exception, received_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (centre_id, dossier_id, position) DO UPDATE
   SET scan_file = excluded.scan_file, exception = excluded.exception
