#include "usecase/copy_centre.h"

#include <fcntl.h>
#include <unistd.h>

#include "store/folder.h"
#include "store/look.h"
#include "usecase/check_scans.h"

static bool sync_file(const char *path)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && fsync(file) == 0;

    if (file >= 0)
        close(file);
    return synced;
}

/* The scans that the copy tells of, from the folder it was made of. Rule R-463. */
static enum err prove_scans(struct store_tx *tx, const char *from, const char *folder,
                            void (*fault)(const char *sentence, void *data), void *data)
{
    struct scan_store source, copy;
    struct scan_files files;
    enum err err = scan_store_look(from, &source);

    if (err == ERR_OK)
        err = scan_store_open(folder, SCAN_MAX_MOST, &copy);
    if (err == ERR_OK)
        err = copy_scan_files(tx, &source, &copy);
    if (err == ERR_OK)
        err = check_scan_files(tx, &copy, false, false, fault, data, &files);
    return err == ERR_OK && files.faults > 0 ? ERR_STORE : err;
}

/* Open the copy as a reader would, and check it; then have the files of its scans in it. */
static enum err prove(const char *folder, const char *from,
                      void (*fault)(const char *sentence, void *data), void *data,
                      struct copied_centre *out_copied)
{
    struct store_look *look;
    char message[256];
    enum err err = store_look_open(folder, &look);

    if (err != ERR_OK)
        return err;
    event_log_load_head(store_look_tx(look), &out_copied->head);
    err = check_centre(store_look_tx(look), fault, data, &out_copied->found);
    if (err == ERR_OK && (out_copied->found.faults > 0 ||
                          !engine_integrity(store_look_engine(look), message, sizeof message)))
        err = ERR_STORE;
    if (err == ERR_OK)
        err = prove_scans(store_look_tx(look), from, folder, fault, data);
    store_look_close(look);
    return err;
}

enum err copy_centre(const char *folder, const char *output,
                     void (*fault)(const char *sentence, void *data), void *data,
                     struct copied_centre *out_copied)
{
    char path[FOLDER_PATH_SIZE];
    struct store_look *look;
    enum err err = folder_make(output);

    if (err == ERR_OK)
        err = folder_path(output, FOLDER_DATABASE, path);
    if (err == ERR_OK && access(path, F_OK) == 0)
        err = ERR_DATABASE_EXISTS;
    if (err == ERR_OK)
        err = store_look_open(folder, &look);
    if (err != ERR_OK)
        return err;
    err = engine_backup(store_look_engine(look), path);
    store_look_close(look);
    if (err == ERR_OK && !(sync_file(path) && sync_file(output)))
        err = ERR_FILE;
    if (err == ERR_OK)
        err = prove(output, folder, fault, data, out_copied);
    if (err != ERR_OK)
        unlink(path);
    return err;
}
