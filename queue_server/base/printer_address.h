/* Which addresses a printer may have: nothing but a printer is opened. Pure. Rule R-992. */
#ifndef BASE_PRINTER_ADDRESS_H
#define BASE_PRINTER_ADDRESS_H

#include <stdbool.h>

/* Folder that holds the devices of the machine. */
#define DEVICE_FOLDER "/dev/"

/*
 * Tell whether an address may be kept and opened, whatever its kind.
 *
 * address  borrowed; as people type it
 *
 * False for a device outside of /dev or with a segment "." or ".." or an empty one, and for a
 * user's name or password before the host: the address is shown, and kept in the log.
 */
bool printer_address_is_allowed(const char *address);

#endif
