-- Requests for papers in [$2, $3) to dossiers that were not accepted then.
SELECT count(*)
  FROM dossier_note n
  JOIN dossier d ON d.centre_id = n.centre_id AND d.id = n.dossier_id
 WHERE n.centre_id = $1 AND n.kind = 'supplement' AND n.at >= $2 AND n.at < $3
   AND (d.accepted_at IS NULL OR n.at < d.accepted_at)
