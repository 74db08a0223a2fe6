-- A scan is attached, or taken away.
INSERT INTO dossier_scan (centre_id, dossier_id, id, paper, sha256, type, bytes, name, added_by,
                          added_at, removed_by, removed_at, reason, from_dossier,
                          from_scan)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (centre_id, dossier_id, id) DO UPDATE
   SET removed_by = excluded.removed_by, removed_at = excluded.removed_at, reason = excluded.reason
