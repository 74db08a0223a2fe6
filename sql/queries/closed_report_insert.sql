-- Keep a version of a closed report.
INSERT INTO closed_report (centre_id, kind, date_from, date_to, version, closed_at, closed_by,
                           log_seq, log_hash, figures, figures_hash, dossiers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
