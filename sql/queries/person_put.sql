-- Enter a person, or tell anew of the one who has this document; gives the record's id.
INSERT INTO person (centre_id, id, kind, full_name, name_key, fold, number_kind, number,
                    birth_date, sex, address, phone, verified_at, standing)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $2)
    ON CONFLICT (centre_id, number, number_kind) WHERE number IS NOT NULL DO UPDATE
   SET kind = excluded.kind, full_name = excluded.full_name, name_key = excluded.name_key,
       fold = excluded.fold, birth_date = COALESCE(excluded.birth_date, person.birth_date),
       sex = COALESCE(excluded.sex, person.sex),
       address = COALESCE(excluded.address, person.address),
       phone = COALESCE(excluded.phone, person.phone),
       verified_at = COALESCE(excluded.verified_at, person.verified_at)
RETURNING id
