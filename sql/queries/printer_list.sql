-- Printers of the centre; a few.
-- scan ok: a few printers, when the catalogue is loaded
SELECT code, name, destination, site, paper, retired
  FROM printer
 WHERE centre_id = $1
 ORDER BY code
