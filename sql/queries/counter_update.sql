-- Save what happened at a counter.
UPDATE counter
   SET state = $3, account = $4, ticket_id = $5, over_ordinary = $6, over_priority = $7,
       version = $8, seat = $9
 WHERE centre_id = $1 AND code = $2
