/*
 * Where paper comes out: the address of a printer.
 *
 *   escpos+tcp://HOST[:9100]     receipt printer on the network
 *   escpos+dev:///dev/usb/lp0    receipt printer at a device file
 *   escpos+cups:QUEUE            receipt printer behind a raw CUPS queue
 *   ipp://... ipps://...         IPP printer, directly
 *   cups:QUEUE                   queue of the CUPS server (CUPS_SERVER, else the local one)
 *
 * `?status=none` after an escpos+tcp or escpos+dev address says that this model answers no status
 * request: its papers then count as printed once they are sent.
 *
 * Pure.
 */
#ifndef PRINTER_DESTINATION_H
#define PRINTER_DESTINATION_H

#include <stdbool.h>

#include "base/error.h"

enum destination_kind {
    DESTINATION_ESCPOS_TCP,
    DESTINATION_ESCPOS_DEVICE,
    DESTINATION_ESCPOS_QUEUE,
    DESTINATION_IPP,
    DESTINATION_QUEUE,
};

enum { DESTINATION_MOST = 240 };

struct destination {
    enum destination_kind kind;
    bool silent;                     /* answers no status request */
    char text[DESTINATION_MOST + 1]; /* as it was given */
    char name[DESTINATION_MOST + 1]; /* host, device path, queue or the whole URI */
    char port[8];                    /* of a host */
};

/* Read an address. Returns ERR_OK or ERR_BAD_VALUE; `out_destination` is set on success only. */
enum err destination_parse(const char *text, struct destination *out_destination);

/* True for receipt printers: they take tickets only, as raster. */
bool destination_is_escpos(const struct destination *destination);

/* True when the talk goes to CUPS or an IPP printer. */
bool destination_is_ipp(const struct destination *destination);

#endif
