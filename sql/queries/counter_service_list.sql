-- What each counter serves, primary or as help.
SELECT counter, service, after_s FROM counter_service WHERE centre_id = $1 ORDER BY counter, service
