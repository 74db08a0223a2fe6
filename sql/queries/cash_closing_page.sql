-- Closings of all cashiers from the newest on, before a number of the log.
SELECT id, account, fees, cash, transfer, card, national_portal, province_gateway, counted, reason,
       closed_at, refunds, refunded_cash, refunded_transfer
  FROM cash_closing
 WHERE centre_id = $1 AND id < $2
 ORDER BY id DESC
 LIMIT $3
