-- State and service of every ticket, for the check of the whole centre.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT id, state, service FROM ticket WHERE centre_id = $1 ORDER BY id
