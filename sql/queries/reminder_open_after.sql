-- The next open reminder after a given one, and its dossier.
SELECT id, dossier_id
  FROM reminder
 WHERE centre_id = $1 AND id > $2 AND ended_at IS NULL AND acknowledged_at IS NULL
 ORDER BY id LIMIT 1
