-- A dossier arrived: its answer is owed from now on.
INSERT INTO dossier_answer (centre_id, dossier_id, round, arrived_at, remind_at, due_at)
VALUES ($1, $2, $3, $4, $5, $6)
