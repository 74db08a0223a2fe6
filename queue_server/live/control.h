/*
 * The control socket: commands of the machine's administrator, while a server holds the folder.
 *
 * Loop thread only. A Unix socket in the data folder that its owner alone may open; one JSON object
 * a line in, one out. The same function does the work when no server runs and the command line
 * holds the folder itself (command/offline.h).
 *
 *     {"do": "import", "what": "centre" | "procedures" | "calendar", "document": {...}}
 *     {"do": "import_dossiers", "lines": [...], "dry_run": true | false}
 *     {"do": "import_mapping_put", "mapping", "document": {...}}
 *     {"do": "import_mapping_get", "mapping"}      {"do": "import_mapping_list"}
 *     {"do": "account_add", "account", "name", "roles": [...], "unit", "password"}
 *     {"do": "account_password", "account", "password"}
 *     {"do": "account_disable", "account"}
 *     {"do": "clock_confirm"}
 *     {"do": "calendar_dry_run", "document": {...} | "version": 3}
 *     {"do": "calendar_amend", "document": {...} | "version": 3, "token"}
 *     {"do": "calendar_confirm", "year": 2027, "decree"}
 *     {"do": "calendar_review"}
 *
 * Answers: {"ok": true, ...} or {"ok": false, "code"}, with "message" where there is more to say.
 */
#ifndef LIVE_CONTROL_H
#define LIVE_CONTROL_H

#include <jansson.h>

#include "api/api.h"

struct control;

/* Listen in `folder`. ERR_OK, ERR_FILE, ERR_NO_MEMORY. */
enum err control_open(uv_loop_t *loop, const char *folder, struct api *api,
                      struct control **out_control);
void control_close(struct control *control, void (*closed)(void *data), void *data);

/* `answer` is borrowed. */
typedef void (*control_done_fn)(json_t *answer, void *data);

/*
 * Carry out one request.
 *
 * api      its office; its directory is read again after a change (when api->hasher is open)
 * request  borrowed
 * done     called once, perhaps before the return
 */
void control_execute(struct api *api, const json_t *request, control_done_fn done, void *data);

#endif
