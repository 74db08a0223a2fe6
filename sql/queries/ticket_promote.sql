-- Those whose not_before has come join the lanes: 0 free, 1 of one counter (R-112).
UPDATE ticket SET lane = CASE WHEN only_counter IS NULL THEN 0 ELSE 1 END
 WHERE (centre_id, id) IN (SELECT centre_id, id
                             FROM ticket
                            WHERE centre_id = $1 AND site = $2 AND lane = 2 AND state = 'waiting'
                              AND not_before <= $3)
