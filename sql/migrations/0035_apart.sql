-- What is counted beside the on-time report (statistics 6, R-316): answers, notes and returns of a
-- period, without reading what lies outside it.
CREATE INDEX dossier_answer_given ON dossier_answer (centre_id, answered_at, arrived_at, due_at)
    WHERE answered_at IS NOT NULL;
CREATE INDEX dossier_note_kind ON dossier_note (centre_id, kind, at, code);
CREATE INDEX dossier_returned ON dossier (centre_id, returned_at, ended_at)
    WHERE returned_at IS NOT NULL;
