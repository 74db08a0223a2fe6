-- A scan came from the scanner, or is given to a dossier, or discarded.
INSERT INTO inbox_scan (centre_id, id, name, written_ns, salt, sha256, type, bytes, refused,
                        arrived_at, dossier_id, scan_id, ended_by, ended_at, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (centre_id, id) DO UPDATE
   SET dossier_id = excluded.dossier_id, scan_id = excluded.scan_id, ended_by = excluded.ended_by,
       ended_at = excluded.ended_at, reason = excluded.reason
