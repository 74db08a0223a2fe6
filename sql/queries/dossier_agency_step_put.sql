-- A step at another agency begins, or ends.
INSERT INTO dossier_agency_step (centre_id, dossier_id, step, list_row, agency, task, limit_text,
                                 begun_at, due_kind, due_at, due_day, ended_at, verdict)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    ON CONFLICT (centre_id, dossier_id, step) DO UPDATE
   SET ended_at = excluded.ended_at, verdict = excluded.verdict
