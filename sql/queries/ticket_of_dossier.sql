-- The newest ticket of a day that is for a dossier's result and still open.
SELECT id
  FROM ticket
 WHERE centre_id = $1 AND dossier = $2 AND business_date = $3
   AND state IN ('waiting', 'called', 'serving', 'parked')
 ORDER BY id DESC LIMIT 1
