-- The print feed takes the work of each printer by itself, oldest first, so that a printer that is
-- off holds up no other. States below 4 are not settled: queued, created, sent, attention.
DROP INDEX print_job_open;
CREATE INDEX print_job_open ON print_job (centre_id, printer, state, id) WHERE state < 4;
