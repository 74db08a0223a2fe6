-- As dossier_list, but open ones only, in the order in which they become late, after ($16, $2).
-- scan ok: of the open dossiers, a few thousand at most, along their index; ends at the limit
SELECT d.id, d.code, d.external_code, d.procedure, d.procedure_version, d.procedure_name, d.field,
       d.handling_unit, d.limit_text, d.cutoff_s, d.at_counter, d.state, d.state_before, d.outcome,
       d.channel, d.delivery, d.receiving_agency, d.competent_agency, d.elsewhere,
       d.unit, d.officer,
       d.created_at, d.created_by, d.accepted_at, d.accepted_by, d.book_row, d.promised_at,
       d.due_kind, d.due_at, d.due_day, d.paused, d.unconfirmed, d.near_at, d.late_at,
       d.calendar_version, d.due_calendar, d.ended_at, d.verdict, d.returned_at, d.handed_over,
       d.giver, d.giver_unit, d.receiver, d.receiver_unit, d.given_at, d.given_note, d.supplements,
       d.supplement_until, d.decision, d.decision_title, d.decision_file, d.signed_at, d.signed_by,
       d.number, d.number_year, d.ticket, d.secret, d.salt, d.version, d.changed_at, d.changed_by,
       d.changed_key,
       (SELECT p.full_name FROM dossier_person p
         WHERE p.centre_id = d.centre_id AND p.dossier_id = d.id AND p.part = 'applicant')
       AS full_name
  FROM dossier d
 WHERE d.centre_id = $1 AND d.late_at IS NOT NULL AND d.ended_at IS NULL
   AND (d.late_at, d.id) > ($16, $2)
   AND (CAST($4 AS TEXT) IS NULL OR d.state = $4)
   AND (CAST($5 AS TEXT) IS NULL OR d.unit = $5)
   AND (CAST($6 AS TEXT) IS NULL OR d.officer = $6)
   AND (CAST($7 AS TEXT) IS NULL OR d.procedure = $7)
   AND (CAST($8 AS TEXT) IS NULL OR d.field = $8)
   AND (CAST($9 AS INTEGER) IS NULL OR d.accepted_at >= $9)
   AND (CAST($10 AS INTEGER) IS NULL OR d.accepted_at < $10)
   AND (CAST($11 AS TEXT) IS NULL OR d.code = $11 OR d.external_code = $11)
   AND (CAST($12 AS TEXT) IS NULL OR d.accepted_at IS NOT NULL AND d.ended_at IS NULL
        AND CASE WHEN d.paused = 1 THEN 'paused' WHEN d.late_at <= $13 THEN 'overdue'
                 WHEN d.near_at <= $13 THEN 'near_due' ELSE 'in_time' END = $12)
   AND (CAST($14 AS TEXT) IS NULL OR d.unit = $14 OR d.receiver_unit = $14 OR d.receiver = $15
        OR EXISTS (SELECT 1 FROM dossier_acted a
                    WHERE a.centre_id = d.centre_id AND a.account = $15 AND a.dossier_id = d.id))
 ORDER BY d.late_at, d.id LIMIT $3
