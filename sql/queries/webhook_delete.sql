-- A webhook is taken out; the log tells that it was.
DELETE FROM webhook WHERE centre_id = $1 AND webhook = $2
