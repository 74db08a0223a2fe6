-- Add to the figures of a day or month (R-240).
INSERT INTO dossier_count (centre_id, grain, dim, period, dim_id, received_online, received_other,
                           early, on_time, late)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (centre_id, grain, dim, period, dim_id) DO UPDATE
   SET received_online = dossier_count.received_online + excluded.received_online, received_other =
       dossier_count.received_other + excluded.received_other, early = dossier_count.early +
       excluded.early, on_time = dossier_count.on_time + excluded.on_time, late = dossier_count.late
       + excluded.late
