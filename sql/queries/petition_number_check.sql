-- For each year: how many petitions there are, and the highest number.
-- scan ok: the check reads everything
SELECT year, COUNT(*) AS all_of_year, MAX(number) AS highest
  FROM petition
 WHERE centre_id = $1
 GROUP BY year
