-- Begin a pause of a dossier, end it, or set it right.
INSERT INTO dossier_pause (centre_id, dossier_id, position, kind, begun_at, ended_at)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (centre_id, dossier_id, position) DO UPDATE
   SET begun_at = excluded.begun_at, ended_at = excluded.ended_at
