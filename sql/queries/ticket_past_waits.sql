-- What the plays said of those of one service who were called last, and when they were (R-890).
SELECT class, played_low_s, played_high_s, issued_at, first_called_at
  FROM ticket
 WHERE centre_id = $1 AND site = $2 AND number_service = $3 AND first_called_at IS NOT NULL
   AND played_high_s IS NOT NULL AND appointment_at IS NULL
 ORDER BY first_called_at DESC LIMIT $4
