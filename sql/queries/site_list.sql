-- Sites of the centre; a handful.
-- scan ok: a handful of sites, when the catalogue is loaded
SELECT code, name, address, retired FROM site WHERE centre_id = $1 ORDER BY code
