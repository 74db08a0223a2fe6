/*
 * A copy of a centre's database that was proved: opened as a reader would, and checked like
 * `queue_server check`, with the files of its scans. Any thread but the loop's; blocking, a server
 * may be running on the folder.
 */
#ifndef USECASE_COPY_CENTRE_H
#define USECASE_COPY_CENTRE_H

#include "store/event_log.h"
#include "usecase/check_centre.h"

struct copied_centre {
    struct check_result found;
    struct log_head head; /* last row of the log in the copy */
};

/*
 * Copy the database of `folder` to the folder `output`, which is made when it is missing and holds
 * no database; then the scans that it tells of, by links where both are on one disk.
 *
 * fault  told of what the check finds, as by check_centre()
 *
 * Returns ERR_OK; ERR_DATABASE_EXISTS; ERR_STORE (the copy is not sound); ERR_FILE, ERR_DISK_FULL,
 * ERR_NO_MEMORY, and what store_look_open() returns. After a failure there is no database in
 * `output`.
 */
enum err copy_centre(const char *folder, const char *output,
                     void (*fault)(const char *sentence, void *data), void *data,
                     struct copied_centre *out_copied);

#endif
