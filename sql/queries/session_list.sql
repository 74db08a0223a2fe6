-- Sessions that are live.
-- scan ok: read once, at start, and after a change of an account
SELECT token, account, created_at, expires_at FROM session WHERE centre_id = $1 AND expires_at > $2
