-- Whether anybody waits for one counter only.
SELECT id
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND only_counter = $3 AND state = 'waiting'
 LIMIT 1
