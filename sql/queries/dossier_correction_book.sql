-- What stood in the book of a field before the corrections that were approved, the first one first.
-- scan ok: what is sorted are the corrections of one dossier, 50 at most
SELECT field, old_value
  FROM dossier_correction
 WHERE centre_id = $1 AND dossier_id = $2 AND approved_by IS NOT NULL
   AND field IN ('full_name', 'address', 'phone', 'accepted_at', 'returned_at')
 ORDER BY approved_seq
