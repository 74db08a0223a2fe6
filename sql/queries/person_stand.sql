-- Record $3 stands for $2 and all that were merged into that; until now $4 stood for them.
WITH RECURSIVE below (id) AS (
    SELECT CAST($2 AS INTEGER)
    UNION ALL
    SELECT p.id
      FROM below
      JOIN person p ON p.centre_id = $1 AND p.standing = $4 AND p.merged_into = below.id
)
UPDATE person
   SET standing = $3
 WHERE centre_id = $1 AND id IN (SELECT id FROM below)
