-- A correction is asked for, or approved.
INSERT INTO dossier_correction (centre_id, dossier_id, seq, field, old_value, new_value, reason,
                                asked_by, asked_at, approved_by, approved_at, approved_seq,
                                due_before, due_after, verdict_before, verdict_after)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    ON CONFLICT (centre_id, dossier_id, seq) DO UPDATE
   SET old_value = excluded.old_value, approved_by = excluded.approved_by, approved_at =
       excluded.approved_at, approved_seq = excluded.approved_seq, due_before =
       excluded.due_before, due_after = excluded.due_after, verdict_before =
       excluded.verdict_before, verdict_after = excluded.verdict_after
