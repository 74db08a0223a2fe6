-- Keep how far the dossiers have followed a calendar.
INSERT INTO calendar_apply (centre_id, version, begun_at, ended_at, last_id, seen, later, earlier,
                            kept)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (centre_id, version) DO UPDATE
   SET ended_at = excluded.ended_at, last_id = excluded.last_id, seen = excluded.seen,
       later = excluded.later, earlier = excluded.earlier, kept = excluded.kept
