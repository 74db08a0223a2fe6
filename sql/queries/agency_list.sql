-- The agencies that the centre knows.
-- scan ok: some hundreds of agencies at most, when the catalogue is loaded
SELECT code, name, address, from_day, until_day, successor
  FROM agency
 WHERE centre_id = $1
 ORDER BY code
