#include "counter_client/terminal/session_file.h"

#include "counter_client/terminal/json_path.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PLACE_SIZE = 4096, FILE_MAX = 4096 };

static bool find_place(const char *given, char out_place[PLACE_SIZE])
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    int length;

    if (given && given[0])
        length = snprintf(out_place, PLACE_SIZE, "%s", given);
    else if (runtime && runtime[0])
        length = snprintf(out_place, PLACE_SIZE, "%s/motcua/session", runtime);
    else if (config && config[0])
        length = snprintf(out_place, PLACE_SIZE, "%s/motcua/session", config);
    else if (home && home[0])
        length = snprintf(out_place, PLACE_SIZE, "%s/.config/motcua/session", home);
    else
        return false;
    return length > 0 && length < PLACE_SIZE;
}

static bool read_file(const char *place, char out_bytes[FILE_MAX + 1])
{
    struct stat status;
    ssize_t length;
    int file = open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

    if (file < 0)
        return false;
    if (fstat(file, &status) != 0 || status.st_uid != geteuid() || (status.st_mode & 077) != 0) {
        close(file);
        return false;
    }
    length = read(file, out_bytes, FILE_MAX);
    close(file);
    if (length < 0)
        return false;
    out_bytes[length] = '\0';
    return true;
}

/* ERR_OK; ERR_NOT_FOUND; ERR_FILE when it cannot be read, is not ours or is open to others. */
static enum err read_session(const char *place, struct stored_session *out_session)
{
    char path[PLACE_SIZE], bytes[FILE_MAX + 1];
    const char *server, *token;
    json_t *json;
    enum err err = ERR_FILE;

    if (!find_place(place, path) || access(path, F_OK) != 0)
        return ERR_NOT_FOUND;
    if (!read_file(path, bytes))
        return ERR_FILE;
    json = json_loads(bytes, 0, NULL);
    server = json_text_at(json, "server");
    token = json_text_at(json, "token");
    if (server && token && strlen(server) < SERVER_SIZE && strlen(token) < TOKEN_TEXT_SIZE) {
        snprintf(out_session->server, SERVER_SIZE, "%s", server);
        snprintf(out_session->token, TOKEN_TEXT_SIZE, "%s", token);
        err = ERR_OK;
    }
    json_decref(json);
    return err;
}

/* Make the folders above a file, for the owner alone. */
static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
}

static bool write_whole(const char *path, const char *text)
{
    size_t length = strlen(text);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool ok;

    if (file < 0)
        return false;
    ok = fchmod(file, 0600) == 0 && write(file, text, length) == (ssize_t)length;
    return close(file) == 0 && ok;
}

enum err session_file_write(const char *place, const struct stored_session *session)
{
    char path[PLACE_SIZE], fresh[PLACE_SIZE + 8];
    json_t *json;
    char *text;
    enum err err = ERR_FILE;

    if (!find_place(place, path))
        return ERR_FILE;
    make_folders(path);
    snprintf(fresh, sizeof fresh, "%s.new", path);
    json = json_pack("{s:s, s:s}", "server", session->server, "token", session->token);
    text = json_dumps(json, JSON_COMPACT);
    if (text && write_whole(fresh, text) && rename(fresh, path) == 0)
        err = ERR_OK;
    free(text);
    json_decref(json);
    return err;
}

void session_file_remove(const char *place)
{
    char path[PLACE_SIZE];

    if (find_place(place, path))
        unlink(path);
}

bool session_find(const char *place, const char *server, const char *token,
                  struct stored_session *out_stored, const char **out_server,
                  const char **out_token)
{
    bool stored = read_session(place, out_stored) == ERR_OK;
    size_t length = server ? strlen(server) : 0;
    bool same = !server;

    if (!stored)
        memset(out_stored, 0, sizeof *out_stored);
    while (length > 0 && server[length - 1] == '/')
        length--;
    if (server && stored)
        same =
            strlen(out_stored->server) == length && memcmp(out_stored->server, server, length) == 0;
    *out_server = server ? server : stored ? out_stored->server : NULL;
    *out_token = token ? token : stored && same ? out_stored->token : NULL;
    return *out_server != NULL;
}
