-- Sites of the centre; a handful.
SELECT code, name, address FROM site WHERE centre_id = $1 ORDER BY code
