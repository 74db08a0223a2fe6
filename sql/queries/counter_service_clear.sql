-- Take all services from a counter, before import gives it its own.
DELETE FROM counter_service WHERE centre_id = $1 AND counter = $2
