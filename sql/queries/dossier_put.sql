-- Record a dossier, or save what an action changed; what is pinned at intake never changes.
INSERT INTO dossier (centre_id, id, code, external_code, procedure, procedure_version,
                     procedure_name, field, handling_unit, limit_text, cutoff_s, at_counter,
                     state, state_before, outcome, channel, delivery, receiving_agency,
                     competent_agency, elsewhere, unit, officer, created_at, created_by,
                     accepted_at,
                     accepted_by, book_row, promised_at, due_kind, due_at, due_day, paused,
                     unconfirmed, near_at, late_at, calendar_version, due_calendar, ended_at,
                     verdict, returned_at, handed_over, giver, giver_unit, receiver,
                     receiver_unit, given_at, given_note, supplements, supplement_until,
                     decision, decision_title, decision_file, signed_at, signed_by, number,
                     number_year, ticket, secret, salt, version, changed_at, changed_by,
                     changed_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36,
        $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53,
        $54, $55, $56, $57, $58, $59, $60, $61, $62, $63)
    ON CONFLICT (centre_id, id) DO UPDATE
   SET code = excluded.code, state = excluded.state, state_before = excluded.state_before, outcome =
       excluded.outcome, unit = excluded.unit, officer = excluded.officer, accepted_at =
       excluded.accepted_at, accepted_by = excluded.accepted_by, book_row = excluded.book_row,
       promised_at = excluded.promised_at, due_kind = excluded.due_kind, due_at = excluded.due_at,
       due_day = excluded.due_day, paused = excluded.paused, unconfirmed = excluded.unconfirmed,
       near_at = excluded.near_at, late_at = excluded.late_at, calendar_version =
       excluded.calendar_version, due_calendar = excluded.due_calendar, ended_at =
       excluded.ended_at, verdict = excluded.verdict, returned_at = excluded.returned_at,
       handed_over = excluded.handed_over, giver = excluded.giver, giver_unit = excluded.giver_unit,
       receiver = excluded.receiver, receiver_unit = excluded.receiver_unit, given_at =
       excluded.given_at, given_note = excluded.given_note, supplements = excluded.supplements,
       supplement_until = excluded.supplement_until, decision = excluded.decision, decision_title =
       excluded.decision_title, decision_file = excluded.decision_file, signed_at =
       excluded.signed_at, signed_by = excluded.signed_by, number = excluded.number, number_year =
       excluded.number_year, version = excluded.version, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by, changed_key = excluded.changed_key
