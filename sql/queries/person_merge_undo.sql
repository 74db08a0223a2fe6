-- A merge was undone.
UPDATE person_merge
   SET undone_seq = $3, undone_reason = $4, undone_by = $5, undone_at = $6
 WHERE centre_id = $1 AND seq = $2 AND undone_seq IS NULL
