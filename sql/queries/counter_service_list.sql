-- What each counter serves, primary or as help.
-- scan ok: counters times services, when the catalogue is loaded
SELECT counter, service, after_s FROM counter_service WHERE centre_id = $1 ORDER BY counter, service
