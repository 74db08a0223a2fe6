-- Dossiers that a period [$2, $3) counts: accepted before its end and not ended before its begin.
SELECT id, code, procedure, procedure_name, field, channel, accepted_at, ended_at, verdict, unit,
       officer, limit_text, cutoff_s, calendar_version
  FROM dossier
 WHERE centre_id = $1 AND accepted_at IS NOT NULL AND ended_at IS NULL AND accepted_at < $3
 UNION ALL
SELECT id, code, procedure, procedure_name, field, channel, accepted_at, ended_at, verdict, unit,
       officer, limit_text, cutoff_s, calendar_version
  FROM dossier
 WHERE centre_id = $1 AND ended_at IS NOT NULL AND ended_at >= $2 AND accepted_at < $3
