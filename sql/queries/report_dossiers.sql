-- Dossiers that a period [$2, $3) counts: accepted before its end and not ended before its begin,
-- of those that this centre decides (R-440).
-- scan ok: of the open dossiers, a few thousand at most, along an index that has nothing else
-- The plus keeps the planner from walking all that was ever accepted; of what has ended an index
-- has every column of this.
SELECT d.id, d.procedure, d.field, d.channel, d.accepted_at, d.ended_at, d.verdict, d.unit,
       d.officer
  FROM dossier o
  CROSS JOIN dossier d
 WHERE o.centre_id = $1 AND o.accepted_at IS NOT NULL AND o.ended_at IS NULL
   AND +o.accepted_at < $3
   AND d.centre_id = $1 AND d.id = o.id AND d.elsewhere = 0
 UNION ALL
SELECT id, procedure, field, channel, accepted_at, ended_at, verdict, unit, officer
  FROM dossier
 WHERE centre_id = $1 AND elsewhere = 0 AND ended_at IS NOT NULL AND ended_at >= $2
   AND accepted_at < $3
