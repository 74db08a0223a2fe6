-- How many reminders there are, were acknowledged, have ended.
-- scan ok: the check reads everything
SELECT COUNT(*) AS made, COUNT(acknowledged_at) AS acknowledged, COUNT(ended_at) AS ended
  FROM reminder
 WHERE centre_id = $1
