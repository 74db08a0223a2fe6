-- End every session of an account.
-- scan ok: a few hundred live sessions at most
DELETE FROM session WHERE centre_id = $1 AND account = $2
