-- End one session.
DELETE FROM session WHERE centre_id = $1 AND token = $2
