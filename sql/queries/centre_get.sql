-- The centre that this file holds.
SELECT centre_id, code, name, training FROM centre ORDER BY centre_id LIMIT 1
