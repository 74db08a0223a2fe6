-- Take a counter out of use; its row stays for what tells of it.
UPDATE counter SET retired = 1 WHERE centre_id = $1 AND code = $2
