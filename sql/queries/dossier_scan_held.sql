-- Scans that stand of papers, and of results that are ready, of other dossiers ($3 apart) of a
-- person and of those merged into him, which were accepted and not stopped, the newest first;
-- $4, $5: the scope.
-- scan ok: what is sorted are the scans of one person
SELECT s.dossier_id, s.id, s.paper, s.sha256, s.type, s.bytes, s.name, s.added_by, s.added_at,
       s.removed_by, s.removed_at, s.reason, s.from_dossier, s.from_scan, d.code,
       d.procedure_name, coalesce(p.name, d.decision_title)
  FROM dossier_person o
  JOIN dossier d ON d.centre_id = o.centre_id AND d.id = o.dossier_id
  JOIN dossier_scan s ON s.centre_id = o.centre_id AND s.dossier_id = o.dossier_id
  LEFT JOIN dossier_document p
    ON p.centre_id = s.centre_id AND p.dossier_id = s.dossier_id AND p.position = s.paper
 WHERE o.centre_id = $1 AND o.part = 'applicant' AND o.dossier_id <> $3
   AND o.person IN (SELECT CAST($2 AS INTEGER) UNION ALL SELECT m.id FROM person m
         WHERE m.centre_id = $1 AND m.standing = $2 AND m.merged_into IS NOT NULL)
   AND d.accepted_at IS NOT NULL AND d.state <> 'stopped' AND s.removed_by IS NULL
   AND s.from_scan IS NULL
   AND (s.paper > 0 OR d.state IN ('result_ready', 'returned'))
   AND (CAST($4 AS TEXT) IS NULL OR d.unit = $4 OR d.receiver_unit = $4 OR d.receiver = $5
        OR EXISTS (SELECT 1 FROM dossier_acted a
             WHERE a.centre_id = $1 AND a.account = $5 AND a.dossier_id = d.id))
 ORDER BY s.id DESC LIMIT 200
