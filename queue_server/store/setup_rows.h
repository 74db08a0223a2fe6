/*
 * The parts of a centre's set-up that administrators change while the office works: sites,
 * services, counters, printers, the rules of the queue, and who changed each of them last.
 *
 * Writer thread; what only reads on a reader too. Errors are sticky in the transaction. R-980.
 */
#ifndef STORE_SETUP_ROWS_H
#define STORE_SETUP_ROWS_H

#include "base/instant.h"
#include "domain/queue_rules.h"
#include "store/statement.h"
#include "store/ticket_rows.h"

enum { SETUP_CODE_SIZE = 48, SETUP_NAME_SIZE = 192, PAPER_SIZE = 8 };

/* Version of a part, and who changed it last. */
struct setup_stamp {
    int64_t version;                  /* 1, 2, 3 ... */
    struct instant changed_at;        /* none: never since it was made */
    char changed_by[ACTOR_CODE_SIZE]; /* account; "" the command line */
};

/* `part` is the word of the row: "site", "service", "counter", "printer", "queue_rules". A part
 * without a row is of version 1, changed by nobody. */
void setup_stamp_get(struct store_tx *tx, const char *part, const char *code,
                     struct setup_stamp *out_stamp);
void setup_stamp_put(struct store_tx *tx, const char *part, const char *code,
                     const struct setup_stamp *stamp);
/* The part was changed at `at` by `account`: the next version. */
void setup_stamp_touch(struct store_tx *tx, const char *part, const char *code, struct instant at,
                       const char *account);

void site_rows_put(struct store_tx *tx, const char *code, const char *name, const char *address,
                   bool retired);
void service_rows_put(struct store_tx *tx, const char *code, const char *name, const char *name_en,
                      int position, bool closed);
void counter_rows_put(struct store_tx *tx, const char *code, const char *site, const char *name,
                      bool retired);
/* Take every service from a counter. */
void counter_rows_clear_duties(struct store_tx *tx, const char *counter);
/* Give it one; `after_s` below 0: as its own work. */
void counter_rows_put_duty(struct store_tx *tx, const char *counter, const char *service,
                           int64_t after_s);
/* True when somebody waits for this counter alone. */
bool counter_rows_has_tied(struct store_tx *tx, const char *site, const char *counter);

struct printer_row {
    char code[QUEUE_CODE_SIZE];
    char name[SETUP_NAME_SIZE];
    char destination[SETUP_NAME_SIZE];
    char site[SITE_CODE_SIZE];
    char paper[PAPER_SIZE]; /* that it holds: 80mm, a5, a4 */
    bool retired;
};
void printer_rows_put(struct store_tx *tx, const struct printer_row *printer);

/* Who prints on a printer of his own. */
struct printer_use {
    bool by_device;             /* a kiosk; else a counter */
    char user[ACTOR_CODE_SIZE]; /* its code */
    char paper[PAPER_SIZE];
    char printer[QUEUE_CODE_SIZE];
};
void printer_use_put(struct store_tx *tx, const struct printer_use *use);
/* Take the printer from all of them. */
void printer_use_clear(struct store_tx *tx, const char *printer);
/* Up to `room` uses; returns how many. */
int printer_use_list(struct store_tx *tx, struct printer_use *out_uses, int room);

#endif
