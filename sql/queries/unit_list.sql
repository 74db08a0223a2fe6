-- Units of the centre; a handful.
-- scan ok: some dozens of units, when the catalogue is loaded
SELECT code, name, handles FROM unit WHERE centre_id = $1 ORDER BY code
