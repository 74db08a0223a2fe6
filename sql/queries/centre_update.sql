-- Give the centre its code and name, by import.
UPDATE centre SET code = $2, name = $3 WHERE centre_id = $1
