-- One dossier, and the name of its applicant.
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
       d.changed_key, p.full_name
  FROM dossier d
  LEFT JOIN dossier_person p
    ON p.centre_id = d.centre_id AND p.dossier_id = d.id AND p.part = 'applicant'
 WHERE d.centre_id = $1 AND d.id = $2
