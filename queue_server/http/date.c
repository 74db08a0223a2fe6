/* The Date field (RFC 9110 5.6.7), without a locale. */
#include <stdio.h>

#include "base/civil.h"
#include "http/internal.h"

/* Write "Sun, 06 Nov 1994 08:49:37 GMT" for seconds since 1970-01-01T00:00:00Z. */
static void format_date(int64_t seconds, char out[HTTP_DATE_SIZE])
{
    static const char days[7][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const struct date date = {(int32_t)(seconds / SECONDS_PER_DAY)};
    const int rest = (int)(seconds % SECONDS_PER_DAY);
    const struct civil civil = date_civil(date);

    snprintf(out, HTTP_DATE_SIZE, "%s, %02u %s %04u %02u:%02u:%02u GMT", days[date_weekday(date)],
             (unsigned)civil.day % 100u, months[civil.month - 1], (unsigned)civil.year % 10000u,
             (unsigned)(rest / 3600) % 100u, (unsigned)(rest / 60) % 60u, (unsigned)rest % 60u);
}

void http_date_line(struct http_listener *listener, char *out, size_t size)
{
    int64_t seconds;

    out[0] = 0;
    if (!listener->handler.wall_seconds)
        return;
    if (!listener->date[0] || listener->date_at != listener->now_ms) {
        seconds = listener->handler.wall_seconds(listener->handler.data);
        if (seconds < 0)
            return;
        format_date(seconds, listener->date);
        listener->date_at = listener->now_ms;
    }
    snprintf(out, size, "Date: %s\r\n", listener->date);
}
