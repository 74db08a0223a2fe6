-- Forget the oldest keys beyond their life, a few hundred at a time.
DELETE FROM idempotency
 WHERE centre_id = $1
   AND stored_at <= (SELECT max(oldest.stored_at)
                       FROM (SELECT stored_at
                               FROM idempotency
                              WHERE centre_id = $1 AND stored_at < $2
                              ORDER BY stored_at LIMIT 200) AS oldest)
