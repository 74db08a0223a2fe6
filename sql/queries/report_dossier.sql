-- What a report needs of one dossier beside report_dossiers, and the extension of its limit.
SELECT d.code, d.procedure_name, d.limit_text, d.cutoff_s, d.calendar_version, t.extended_at,
       t.limit_text, t.cutoff_s
  FROM dossier d
  LEFT JOIN dossier_term t ON t.centre_id = d.centre_id AND t.dossier_id = d.id
 WHERE d.centre_id = $1 AND d.id = $2
