-- Units of the centre; a handful.
SELECT code, name, handles FROM unit WHERE centre_id = $1 ORDER BY code
