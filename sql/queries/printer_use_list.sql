-- Which counter or kiosk prints on which printer; a few.
-- scan ok: a few, when the catalogue is loaded
SELECT user_kind, user_code, paper, printer
  FROM printer_use
 WHERE centre_id = $1
 ORDER BY user_kind, user_code, paper
