-- Counters of the centre; a few dozen at most.
-- scan ok: some dozens of counters
SELECT code, site, name, state, account, ticket_id, over_ordinary, over_priority, version,
       seat, retired
  FROM counter
 WHERE centre_id = $1
 ORDER BY code
