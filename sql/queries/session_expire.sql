-- Forget the sessions that are over.
-- scan ok: once an hour, off the busy hours
DELETE FROM session WHERE centre_id = $1 AND expires_at <= $2
