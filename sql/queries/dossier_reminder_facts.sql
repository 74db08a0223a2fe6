-- What decides which reminders of a dossier stand. The last column counts the papers kept that have
-- neither scan nor exception, until the first hand-over.
SELECT d.accepted_at, d.ended_at, d.paused, d.due_kind, d.due_at, d.due_day, d.near_at,
       d.unit, d.officer, d.giver, d.given_at, d.receiver_unit, d.receiver,
       a.arrived_at, a.remind_at,
       CASE WHEN d.state = 'result_ready' THEN d.ended_at END AS ready_at,
       CASE WHEN d.handed_over = 0 AND d.accepted_at IS NOT NULL AND d.ended_at IS NULL THEN
           (SELECT COUNT(*)
              FROM dossier_document p
             WHERE p.centre_id = d.centre_id AND p.dossier_id = d.id
               AND p.form NOT IN ('data', 'present')
               AND p.scan_file IS NULL AND p.exception IS NULL
               AND NOT EXISTS (SELECT 1
                                 FROM dossier_scan s
                                WHERE s.centre_id = p.centre_id AND s.dossier_id = p.dossier_id
                                  AND s.paper = p.position AND s.removed_by IS NULL))
       ELSE 0 END AS unscanned
  FROM dossier d
  LEFT JOIN dossier_answer a
    ON a.centre_id = d.centre_id AND a.dossier_id = d.id AND a.answered_at IS NULL
 WHERE d.centre_id = $1 AND d.id = $2
