-- One setting of the centre.
SELECT value FROM setting WHERE centre_id = $1 AND name = $2
