/*
 * The screen of a kiosk or a lobby board is paired with its device by a code that a person types
 * once. Writer thread. Rules.
 *
 *     administrator   make a code (with the device, or later)   8 digits, 10 minutes, one use
 *     screen          types it                                  gets a token of its own, as a
 * cookie
 *
 * Pairing gives the device a new token, so that the screen paired before is cut off.
 */
#ifndef USECASE_PAIR_DEVICE_H
#define USECASE_PAIR_DEVICE_H

#include "usecase/directory.h"

enum { PAIRING_DIGITS = 8, PAIRING_CODE_SIZE = PAIRING_DIGITS + 1, PAIRING_SECONDS = 10 * 60 };

struct pairing {
    char code[PAIRING_CODE_SIZE]; /* "" for none */
    struct instant expires_at;    /* real time */
};

/* True for kinds that have a screen: kiosk, board. */
bool pairing_is_for(const char *device_kind);

/*
 * Give the device a new code, with its event; the code before it is worth nothing from now on.
 * Errors are sticky in tx. Rule R-900.
 */
void pairing_make(struct store_tx *tx, struct command *command, const char *device,
                  struct pairing *out_pairing);

/* An administrator asks for a new code for a device. */
struct make_pairing {
    struct command command;

    /* Input. */
    char device[ACTOR_CODE_SIZE];
    /* Output. */
    struct pairing pairing;
};

/* ERR_OK; ERR_NOT_FOUND (no such device in use); ERR_NO_SCREEN (a printer). */
enum err make_pairing_run(struct store_tx *tx, struct command *command);

/* A screen has typed a code. */
struct pair_device {
    struct command command;

    /* Input. */
    char code[PAIRING_CODE_SIZE];
    uint8_t token[DIGEST_SIZE]; /* of the token that the device gets */
    /* Output. */
    struct directory_device device;
    uint8_t token_before[DIGEST_SIZE];
};

/*
 * ERR_OK, or ERR_PAIRING_CODE for a code that was never given, was used, replaced or is too old, or
 * whose device is gone: all the same to who guesses. The code is found by its digest, so that the
 * time of an answer tells nothing about it. Rules.
 */
enum err pair_device_run(struct store_tx *tx, struct command *command);

#endif
