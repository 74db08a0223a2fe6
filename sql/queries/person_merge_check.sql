-- Merges told, those that were undone, and those that the records do not agree with.
-- scan ok: the check reads everything
SELECT COUNT(*) AS merges, COUNT(m.undone_seq) AS undone,
       SUM(CASE WHEN m.undone_seq IS NULL AND (p.id IS NULL OR p.merged_into <> m.into_person
                                               OR p.merged_into IS NULL)
                THEN 1 ELSE 0 END) AS faulty
  FROM person_merge m
  LEFT JOIN person p ON p.centre_id = m.centre_id AND p.id = m.person AND p.merged_seq = m.seq
 WHERE m.centre_id = $1
