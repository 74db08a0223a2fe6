-- One person of the register.
SELECT p.id, p.kind, p.full_name, p.number_kind, p.number, p.birth_date, p.sex, p.address, p.phone,
       p.verified_at, p.standing, p.merged_into, p.merged_seq, p.name_key, p.fold
  FROM person p
 WHERE p.centre_id = $1 AND p.id = $2
