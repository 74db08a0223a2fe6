-- When each device asked last, or held an event stream: for administrators, no event of the log.
ALTER TABLE device ADD COLUMN seen_at INTEGER; -- NULL: never
