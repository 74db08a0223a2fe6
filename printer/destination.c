#include "printer/destination.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/printer_address.h"

#define NO_STATUS "?status=none"

static const struct {
    enum destination_kind kind;
    const char *prefix;
} kinds[] = {
    {DESTINATION_ESCPOS_TCP, "escpos+tcp://"},
    {DESTINATION_ESCPOS_DEVICE, "escpos+dev://"},
    {DESTINATION_ESCPOS_QUEUE, "escpos+cups:"},
    {DESTINATION_QUEUE, "cups:"},
    {DESTINATION_IPP, "ipp://"},
    {DESTINATION_IPP, "ipps://"},
};

/* Split "host:port", "[v6]:port" or "host" in place. */
static enum err split_host(struct destination *destination)
{
    char *name = destination->name, *colon = strrchr(name, ':'), *end;
    long port = 9100;

    if (name[0] == '[') {
        end = strchr(name, ']');
        if (!end || (end[1] != '\0' && end[1] != ':'))
            return ERR_BAD_VALUE;
        colon = end[1] == ':' ? end + 1 : NULL;
        *end = '\0';
        memmove(name, name + 1, strlen(name));
    }
    if (colon) {
        port = strtol(colon + 1, &end, 10);
        if (end == colon + 1 || *end || port < 1 || port > 65535)
            return ERR_BAD_VALUE;
        *colon = '\0';
    }
    snprintf(destination->port, sizeof destination->port, "%ld", port);
    return name[0] && !strpbrk(name, "/?#@") ? ERR_OK : ERR_BAD_VALUE;
}

static enum err check_name(struct destination *destination)
{
    const char *name = destination->name;

    switch (destination->kind) {
    case DESTINATION_ESCPOS_TCP:
        return split_host(destination);
    case DESTINATION_ESCPOS_DEVICE:
        return name[0] == '/' ? ERR_OK : ERR_BAD_VALUE;
    case DESTINATION_ESCPOS_QUEUE:
    case DESTINATION_QUEUE:
        return name[0] && !strpbrk(name, "/?# @") ? ERR_OK : ERR_BAD_VALUE;
    case DESTINATION_IPP:
        return strchr(name + strlen("ipp://"), '/') && !strchr(name, '?') ? ERR_OK : ERR_BAD_VALUE;
    }
    return ERR_BAD_VALUE;
}

enum err destination_parse(const char *text, struct destination *out_destination)
{
    struct destination destination = {.silent = false};
    size_t length = strlen(text);

    if (length > DESTINATION_MOST || !printer_address_is_allowed(text))
        return ERR_BAD_VALUE;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        size_t prefix = strlen(kinds[i].prefix);
        enum err err;

        if (strncmp(text, kinds[i].prefix, prefix) != 0)
            continue;
        destination.kind = kinds[i].kind;
        snprintf(destination.text, sizeof destination.text, "%s", text);
        snprintf(destination.name, sizeof destination.name, "%s",
                 destination.kind == DESTINATION_IPP ? text : text + prefix);
        if (destination.kind <= DESTINATION_ESCPOS_DEVICE && length > strlen(NO_STATUS) &&
            strcmp(text + length - strlen(NO_STATUS), NO_STATUS) == 0) {
            destination.silent = true;
            destination.name[strlen(destination.name) - strlen(NO_STATUS)] = '\0';
        }
        err = check_name(&destination);
        if (err == ERR_OK)
            *out_destination = destination;
        return err;
    }
    return ERR_BAD_VALUE;
}

bool destination_is_escpos(const struct destination *destination)
{
    return destination->kind <= DESTINATION_ESCPOS_QUEUE;
}

bool destination_is_ipp(const struct destination *destination)
{
    return destination->kind >= DESTINATION_ESCPOS_QUEUE;
}
