-- What a report needs of one dossier beside report_dossiers.
SELECT code, procedure_name, limit_text, cutoff_s, calendar_version
  FROM dossier
 WHERE centre_id = $1 AND id = $2
