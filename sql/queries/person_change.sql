-- Tell anew of a person by his record; a number is given to one who had none.
UPDATE person
   SET kind = $3, full_name = $4, name_key = $5, fold = $6, number_kind = $7, number = $8,
       birth_date = $9, sex = $10, address = $11, phone = $12,
       verified_at = COALESCE($13, verified_at)
 WHERE centre_id = $1 AND id = $2
