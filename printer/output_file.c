#include "printer/output_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, const struct bytes *document)
{
    size_t done = 0;

    while (done < document->length) {
        ssize_t part = write(fd, document->data + done, document->length - done);

        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0)
            return false;
        done += (size_t)part;
    }
    return true;
}

/* Something is there that is no file: a pipe, a terminal, a device. */
static bool is_stream(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

enum err output_stream(int fd, const struct bytes *document)
{
    return write_all(fd, document) ? ERR_OK : errno == ENOSPC ? ERR_DISK_FULL : ERR_FILE;
}

static enum err write_stream(const char *path, const struct bytes *document)
{
    const int fd = open(path, O_WRONLY | O_CLOEXEC);
    bool done;

    if (fd < 0)
        return ERR_FILE;
    done = write_all(fd, document);
    if (!done && errno == ENOSPC) {
        close(fd);
        return ERR_DISK_FULL;
    }
    return close(fd) == 0 && done ? ERR_OK : ERR_FILE;
}

/* The rename itself must survive a power cut. */
static bool sync_folder(const char *path)
{
    char folder[PATH_MAX];
    char *slash;
    int fd;
    bool done;

    snprintf(folder, sizeof folder, "%s", path);
    slash = strrchr(folder, '/');
    if (!slash)
        snprintf(folder, sizeof folder, ".");
    else
        slash[slash == folder ? 1 : 0] = '\0';
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    done = fsync(fd) == 0;
    close(fd);
    return done;
}

enum err output_file(const char *path, const struct bytes *document)
{
    char fresh[PATH_MAX];
    bool done;
    int fd;

    if (is_stream(path))
        return write_stream(path, document);
    if (snprintf(fresh, sizeof fresh, "%s.XXXXXX", path) >= (int)sizeof fresh)
        return ERR_FILE;
    fd = mkostemp(fresh, O_CLOEXEC);
    if (fd < 0)
        return errno == ENOSPC ? ERR_DISK_FULL : ERR_FILE;
    done = write_all(fd, document) && fsync(fd) == 0;
    if (close(fd) != 0 || !done || rename(fresh, path) != 0 || !sync_folder(path)) {
        int why = errno;

        unlink(fresh);
        return why == ENOSPC || why == EDQUOT ? ERR_DISK_FULL : ERR_FILE;
    }
    return ERR_OK;
}

void document_sha256(const struct bytes *document, char out_text[SHA256_TEXT_SIZE])
{
    unsigned char digest[crypto_hash_sha256_BYTES];

    crypto_hash_sha256(digest, document->data, document->length);
    sodium_bin2hex(out_text, SHA256_TEXT_SIZE, digest, sizeof digest);
}
