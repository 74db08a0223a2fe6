-- Documents of the versions that were entered last, one of each procedure.
-- scan ok: the whole catalogue is written out, when somebody asks for the file
SELECT v.document
  FROM procedure_version v
 WHERE v.centre_id = $1
   AND v.version = (SELECT MAX(n.version) FROM procedure_version n
                     WHERE n.centre_id = $1 AND n.code = v.code)
 ORDER BY v.code
