-- Units of the centre; a handful.
-- scan ok: some dozens of units, when the catalogue is loaded
SELECT code, name, handles, from_day, until_day FROM unit WHERE centre_id = $1 ORDER BY code
