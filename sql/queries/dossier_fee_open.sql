-- What somebody took and no closing has counted.
SELECT method, amount
  FROM dossier_fee
 WHERE centre_id = $1 AND settled_by = $2 AND method IS NOT NULL AND closing IS NULL
