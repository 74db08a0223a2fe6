-- Services of the centre in the order of the kiosk; a handful.
-- scan ok: a handful of services, when the catalogue is loaded
SELECT code, name, name_en, closed FROM service WHERE centre_id = $1 ORDER BY position, code
