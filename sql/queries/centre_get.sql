-- The centre that this file holds.
-- scan ok: one row, or a hundred in a province
SELECT centre_id, code, name, training FROM centre ORDER BY centre_id LIMIT 1
