-- Keep what a leader granted a dossier.
INSERT INTO dossier_term (centre_id, dossier_id, extended_at, limit_text, cutoff_s, apologised_at,
                          apologised_by, new_time)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (centre_id, dossier_id) DO UPDATE
   SET extended_at = excluded.extended_at, limit_text = excluded.limit_text, cutoff_s =
       excluded.cutoff_s, apologised_at = excluded.apologised_at, apologised_by =
       excluded.apologised_by, new_time = excluded.new_time
