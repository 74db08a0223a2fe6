-- People of dossiers who have no record in the register.
-- scan ok: the check reads everything
SELECT COUNT(*)
  FROM dossier_person o
  LEFT JOIN person p ON p.centre_id = o.centre_id AND p.id = o.person
 WHERE o.centre_id = $1 AND p.id IS NULL
