/* The printers that could be chosen: queues of CUPS and receipt printers at device files. */
#ifndef PRINTER_DESTINATIONS_H
#define PRINTER_DESTINATIONS_H

#include <jansson.h>

/*
 * Ask CUPS and look at /dev/usb. Blocks for a few seconds at most.
 *
 * Returns an array of {"destination", "name", "info", "state"} that the caller owns; NULL when
 * memory is out.
 */
json_t *destinations_list(void);

#endif
