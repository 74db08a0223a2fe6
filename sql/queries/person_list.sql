-- A page of those who stand, by name, after name $2 and record $3; words that agree are $5 to $8.
-- scan ok: along the order of names; a search that few agree with reads the names of all
SELECT p.id, p.kind, p.full_name, p.number_kind, p.number, p.birth_date, p.sex, p.address, p.phone,
       p.verified_at, p.standing, p.merged_into, p.merged_seq, p.name_key, p.fold
  FROM person p
 WHERE p.centre_id = $1 AND (p.name_key, p.id) > ($2, $3) AND p.merged_into IS NULL
   AND (CAST($5 AS TEXT) IS NULL OR ' ' || p.fold LIKE $5)
   AND (CAST($6 AS TEXT) IS NULL OR ' ' || p.fold LIKE $6)
   AND (CAST($7 AS TEXT) IS NULL OR ' ' || p.fold LIKE $7)
   AND (CAST($8 AS TEXT) IS NULL OR ' ' || p.fold LIKE $8)
   AND EXISTS (SELECT 1
         FROM dossier_person o
         JOIN dossier d ON d.centre_id = o.centre_id AND d.id = o.dossier_id
        WHERE o.centre_id = $1
          AND o.person IN (SELECT p.id UNION ALL SELECT m.id FROM person m
                WHERE m.centre_id = $1 AND m.standing = p.id AND m.merged_into IS NOT NULL)
          AND (CAST($9 AS TEXT) IS NULL OR d.unit = $9 OR d.receiver_unit = $9
               OR d.receiver = $10 OR EXISTS (SELECT 1 FROM dossier_acted a
                    WHERE a.centre_id = $1 AND a.account = $10 AND a.dossier_id = d.id)))
 ORDER BY p.name_key, p.id LIMIT $4
