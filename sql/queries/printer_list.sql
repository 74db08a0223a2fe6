-- Printers of the centre; a few.
SELECT code, name, destination, site, paper FROM printer WHERE centre_id = $1 ORDER BY code
