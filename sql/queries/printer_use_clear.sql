-- Take a printer from all that print on it.
-- scan ok: a few rows, when an administrator changes a printer
DELETE FROM printer_use WHERE centre_id = $1 AND printer = $2
