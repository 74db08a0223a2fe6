-- The counter where an account sits.
SELECT code, site, name, state, account, ticket_id, over_ordinary, over_priority, version,
       seat, retired
  FROM counter
 WHERE centre_id = $1 AND account = $2
