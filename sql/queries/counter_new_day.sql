-- Free the counters of a site and start their runs anew: a business day begins (R-120).
-- scan ok: some dozens of counters, once a day
UPDATE counter SET ticket_id = NULL, over_ordinary = 0, over_priority = 0
 WHERE centre_id = $1 AND site = $2
