-- Procedures in force on a day, and those of them that are received for agencies elsewhere.
-- scan ok: the versions of some hundreds of procedures, for a report
SELECT count(*), coalesce(sum(beyond_boundary), 0)
  FROM procedure_version
 WHERE centre_id = $1 AND effective_from <= $2
   AND (effective_to IS NULL OR effective_to >= $2)
