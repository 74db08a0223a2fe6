-- Forget the oldest keys beyond their life, a few at a time.
DELETE FROM idempotency
 WHERE (centre_id, actor, key) IN (SELECT centre_id, actor, key
                                     FROM idempotency
                                    WHERE centre_id = $1 AND stored_at < $2
                                    ORDER BY stored_at LIMIT 200)
