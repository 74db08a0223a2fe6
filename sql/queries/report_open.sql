-- Every open dossier that this centre decides (R-440), with what tells how long it may still take.
-- scan ok: of the open dossiers, a few thousand at most, along an index that has nothing else
SELECT d.id, d.procedure, d.field, d.accepted_at, d.unit, d.officer, d.due_kind, d.due_at,
       d.due_day, d.paused, d.near_at, d.late_at, d.signed_at
  FROM dossier d
 WHERE d.centre_id = $1 AND d.accepted_at IS NOT NULL AND d.ended_at IS NULL
   AND d.elsewhere = 0
