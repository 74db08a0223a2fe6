-- Those who stand, have one name without tones and one date of birth, and not each his own number.
-- scan ok: asked for now and then, on a reader; it reads the register once
SELECT p.id, p.kind, p.full_name, p.number_kind, p.number, p.birth_date, p.sex, p.address, p.phone,
       p.verified_at, p.standing, p.merged_into, p.merged_seq, p.name_key, p.fold
  FROM (SELECT q.id, q.kind, q.full_name, q.number_kind, q.number, q.birth_date, q.sex, q.address,
               q.phone, q.verified_at, q.standing, q.merged_into, q.merged_seq, q.name_key, q.fold,
               COUNT(*) OVER (PARTITION BY q.fold, q.birth_date) AS alike,
               COUNT(CASE WHEN q.number_kind = 'personal_id' THEN 1 END)
                   OVER (PARTITION BY q.fold, q.birth_date) AS numbered
          FROM person q
         WHERE q.centre_id = $1 AND q.merged_into IS NULL AND q.birth_date IS NOT NULL) p
 WHERE p.alike > 1 AND p.numbered < p.alike
 ORDER BY p.fold, p.birth_date, p.id LIMIT $2
