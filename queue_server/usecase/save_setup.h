/*
 * Sites, services, counters and printers are made, changed and taken out of use while the office
 * works. Writer thread. Rules R-980..R-983.
 *
 * What a change does not name (`kept`) stays as it is. Nothing is deleted: a retired part can be
 * put in use again.
 */
#ifndef USECASE_SAVE_SETUP_H
#define USECASE_SAVE_SETUP_H

#include "usecase/setup_change.h"

enum setup_member {
    SETUP_NAME = 1,
    SETUP_ADDRESS = 2,
    SETUP_RETIRED = 4,
    SETUP_NAME_EN = 8,
    SETUP_CLOSED = 16,
    SETUP_POSITION = 32,
    SETUP_DUTIES = 64,
    SETUP_DESTINATION = 128,
    SETUP_PAPER = 256,
    SETUP_USERS = 512
};

struct save_site {
    struct setup_change change;
    unsigned kept; /* enum setup_member */
    char name[SETUP_NAME_SIZE], address[SETUP_NAME_SIZE];
    bool retired;
};

/* Beside the errors of setup_change.h: ERR_IN_USE (it would be retired while a counter or a device
 * of it is in use, which is named, or it is the last one). Rule R-983. */
enum err save_site_run(struct store_tx *tx, struct command *command);

struct save_service {
    struct setup_change change;
    unsigned kept;
    char name[SETUP_NAME_SIZE], name_en[SETUP_NAME_SIZE];
    bool closed;  /* no tickets are given; who waits is still called */
    int position; /* place in the order of the kiosk, from 0; the others move */
};

enum err save_service_run(struct store_tx *tx, struct command *command);

/* One service of a counter. */
struct save_duty {
    char service[QUEUE_CODE_SIZE];
    int64_t after_s; /* below 0: its own work, else help after so long a wait */
};

struct save_counter {
    struct setup_change change;
    unsigned kept;
    char site[SITE_CODE_SIZE]; /* of a new one; it never moves */
    char name[COUNTER_NAME_SIZE];
    bool retired;
    struct save_duty duties[QUEUE_SERVICES_MAX];
    int duty_count, primary_count; /* the primary ones come first */
};

/* Beside those: ERR_UNKNOWN_SITE; ERR_FIELDS (a service that there is not, or one named twice:
 * R-101); ERR_COUNTER_BUSY, ERR_IN_USE (retired while somebody sits there: who, is named);
 * ERR_TICKETS_WAITING (somebody waits for this counter alone and it would be retired, or lose a
 * service). Rule R-981. */
enum err save_counter_run(struct store_tx *tx, struct command *command);

enum { PRINTER_USERS_MAX = 64 };

struct save_printer {
    struct setup_change change;
    unsigned kept;
    struct printer_row row; /* code and retired too; the site of a new one */
    struct printer_use users[PRINTER_USERS_MAX];
    int user_count;
};

/* Beside those: ERR_UNKNOWN_SITE; ERR_FIELDS (the address of the printer is none that the printer
 * program knows; a counter or kiosk that does not stand at its site). Rule R-982. */
enum err save_printer_run(struct store_tx *tx, struct command *command);

#endif
