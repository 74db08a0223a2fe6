-- A closing counts what somebody took and none has counted before.
UPDATE dossier_fee
   SET closing = $3
 WHERE centre_id = $1 AND settled_by = $2 AND method IS NOT NULL AND closing IS NULL
