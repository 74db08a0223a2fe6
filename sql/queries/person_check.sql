-- Records of people, and those whose chain of merges does not end at the one that stands.
-- scan ok: the check reads everything
SELECT COUNT(*) AS records, COUNT(p.merged_into) AS merged,
       SUM(CASE WHEN s.id IS NULL OR s.merged_into IS NOT NULL OR s.standing <> s.id THEN 1
                WHEN p.merged_into IS NULL
                THEN CASE WHEN p.standing <> p.id OR p.merged_seq IS NOT NULL THEN 1 ELSE 0 END
                WHEN m.id IS NULL OR p.merged_seq IS NULL OR m.standing <> p.standing
                     OR m.merged_seq <= p.merged_seq THEN 1
                ELSE 0 END) AS faulty
  FROM person p
  LEFT JOIN person s ON s.centre_id = p.centre_id AND s.id = p.standing
  LEFT JOIN person m ON m.centre_id = p.centre_id AND m.id = p.merged_into
 WHERE p.centre_id = $1
