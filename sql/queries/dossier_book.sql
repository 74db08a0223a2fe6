-- Rows given in the book of each field (form 07) beside where its series of all years stand.
-- scan ok: the whole centre is looked at, by queue_server check
SELECT given.field, given.amount, given.greatest,
       (SELECT coalesce(sum(series.last), 0)
          FROM series
         WHERE series.centre_id = $1 AND series.name = 'book/' || given.field) AS taken,
       (SELECT coalesce(max(series.last), 0)
          FROM series
         WHERE series.centre_id = $1 AND series.name = 'book/' || given.field) AS highest
  FROM (SELECT field, count(*) AS amount, max(book_row) AS greatest
          FROM dossier
         WHERE centre_id = $1 AND book_row IS NOT NULL
         GROUP BY field) AS given
