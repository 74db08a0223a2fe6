-- Merges of a record into another, and of others into it, oldest first.
-- scan ok: what is sorted are the merges of one record
SELECT seq, person, into_person, reason, merged_by, merged_at, undone_reason, undone_by, undone_at
  FROM person_merge
 WHERE centre_id = $1 AND (person = $2 OR into_person = $2)
 ORDER BY seq
