-- Take a site out of use; its row stays for what tells of it.
UPDATE site SET retired = 1 WHERE centre_id = $1 AND code = $2
