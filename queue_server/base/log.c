#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

static void log_line(const char *level, const char *format, va_list arguments)
{
    char line[1024];

    vsnprintf(line, sizeof line, format, arguments);
    fprintf(stderr, "queue_server: %s%s\n", level, line);
}

void log_info(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    log_line("", format, arguments);
    va_end(arguments);
}

void log_error(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    log_line("error: ", format, arguments);
    va_end(arguments);
}
