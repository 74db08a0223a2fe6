-- Where the series of dossier codes stand: agency, day, last number.
SELECT substr(name, 9), period, last
  FROM series
 WHERE centre_id = $1 AND name >= 'dossier/' AND name < 'dossier0'
