#include "printer/destinations.h"

#include <cups/cups.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "printer/destination.h"
#include "printer/events.h"

static void add(json_t *list, const char *address, const char *name, const char *info,
                enum printer_state state)
{
    json_array_append_new(list,
                          json_pack("{s:s, s:s, s:s, s:s}", "destination", address, "name", name,
                                    "info", info ? info : "", "state", printer_state_name(state)));
}

static enum printer_state state_of(const cups_dest_t *queue)
{
    const char *state = cupsGetOption("printer-state", queue->num_options, queue->options);
    const char *reasons =
        cupsGetOption("printer-state-reasons", queue->num_options, queue->options);

    if (reasons && strstr(reasons, "media-empty"))
        return PRINTER_OUT_OF_PAPER;
    if (reasons && strstr(reasons, "offline"))
        return PRINTER_OFFLINE;
    if (state && strtol(state, NULL, 10) == IPP_PSTATE_STOPPED)
        return PRINTER_PAUSED;
    return state ? PRINTER_READY : PRINTER_UNKNOWN;
}

static void add_queues(json_t *list)
{
    cups_dest_t *queues = NULL;
    int count = cupsGetDests2(CUPS_HTTP_DEFAULT, &queues);

    for (int i = 0; i < count; i++) {
        char address[DESTINATION_MOST + 1];

        if (queues[i].instance)
            continue;
        snprintf(address, sizeof address, "cups:%s", queues[i].name);
        add(list, address, queues[i].name,
            cupsGetOption("printer-info", queues[i].num_options, queues[i].options),
            state_of(&queues[i]));
    }
    cupsFreeDests(count, queues);
}

static void add_devices(json_t *list)
{
    glob_t found;

    if (glob("/dev/usb/lp*", 0, NULL, &found) != 0)
        return;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char address[DESTINATION_MOST + 1];

        if (snprintf(address, sizeof address, "escpos+dev://%s", found.gl_pathv[i]) <
            (int)sizeof address)
            add(list, address, found.gl_pathv[i], "", PRINTER_UNKNOWN);
    }
    globfree(&found);
}

json_t *destinations_list(void)
{
    json_t *list = json_array();

    if (!list)
        return NULL;
    add_queues(list);
    add_devices(list);
    return list;
}
