-- A record is merged into another by a row of the log, or stands again (NULL for both).
UPDATE person
   SET merged_into = $3, merged_seq = $4
 WHERE centre_id = $1 AND id = $2
