-- Take a printer out of use; its row stays for what tells of it.
UPDATE printer SET retired = 1 WHERE centre_id = $1 AND code = $2
