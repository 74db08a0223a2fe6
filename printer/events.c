#include "printer/events.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void events_init(struct events *events, int fd)
{
    pthread_mutex_init(&events->lock, NULL);
    events->fd = fd;
    events->broken = false;
}

void events_release(struct events *events)
{
    pthread_mutex_destroy(&events->lock);
}

static bool write_line(int fd, const char *line, size_t length)
{
    while (length > 0) {
        ssize_t part = write(fd, line, length);

        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0)
            return false;
        line += part;
        length -= (size_t)part;
    }
    return true;
}

void events_send(struct events *events, json_t *event)
{
    char *line = json_dumps(event, JSON_COMPACT);
    size_t length = line ? strlen(line) : 0;

    json_decref(event);
    if (!line)
        return;
    line[length] = '\n'; /* in place of the NUL */
    pthread_mutex_lock(&events->lock);
    if (!events->broken)
        events->broken = !write_line(events->fd, line, length + 1);
    pthread_mutex_unlock(&events->lock);
    free(line);
}

void events_error(struct events *events, const char *id, const struct fault *fault)
{
    json_t *event = json_pack("{s:s, s:s*, s:s, s:s}", "event", "error", "id", id, "code",
                              err_code(fault->err), "message", err_text(fault->err, LANGUAGE_VI));

    if (fault->field[0])
        json_object_set_new(event, "field", json_string(fault->field));
    events_send(events, event);
}

const char *printer_state_name(enum printer_state state)
{
    static const char *const names[] = {"ready", "offline", "out_of_paper", "paused", "unknown"};

    return names[state];
}

const char *printer_state_text(enum printer_state state)
{
    static const char *const texts[] = {
        "Máy in sẵn sàng",      "Máy in tắt hoặc mất kết nối", "Máy in hết giấy",
        "Máy in đang tạm dừng", "Chưa biết trạng thái máy in",
    };

    return texts[state];
}
