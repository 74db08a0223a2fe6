-- Dossiers of the one who stands and of those merged into him, newest first; $4, $5: the scope.
-- scan ok: what is sorted are the dossiers of one person
SELECT o.dossier_id, o.part
  FROM dossier_person o
  JOIN dossier d ON d.centre_id = o.centre_id AND d.id = o.dossier_id
 WHERE o.centre_id = $1
   AND o.person IN (SELECT CAST($2 AS INTEGER) UNION ALL SELECT m.id FROM person m
         WHERE m.centre_id = $1 AND m.standing = $2 AND m.merged_into IS NOT NULL)
   AND (o.part <> 'receiver' OR o.kind = 'other')
   AND (CAST($4 AS TEXT) IS NULL OR d.unit = $4 OR d.receiver_unit = $4 OR d.receiver = $5
        OR EXISTS (SELECT 1 FROM dossier_acted a
             WHERE a.centre_id = $1 AND a.account = $5 AND a.dossier_id = d.id))
 ORDER BY o.dossier_id DESC, o.part LIMIT $3
