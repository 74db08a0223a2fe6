-- Give a printer to a counter or a kiosk; it prints this paper nowhere else.
INSERT INTO printer_use (centre_id, user_kind, user_code, paper, printer)
VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (centre_id, user_kind, user_code, paper) DO UPDATE SET printer = excluded.printer
