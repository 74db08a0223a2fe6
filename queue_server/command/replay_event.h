/*
 * One event line of `queue_server replay`, taken apart. Pure text; knows no rules and no tickets.
 *
 *     SECOND TAB issue TAB T TAB SERVICE TAB CLASS [TAB at=SECOND]
 *     SECOND TAB next|finish|noshow|park TAB C      SECOND TAB back|return|cancel TAB T
 *     SECOND TAB call TAB C TAB T                   SECOND TAB transfer TAB C TAB SERVICE [TAB
 * counter=C2]
 *
 * SECOND is digits only: seconds of the business day from local midnight. Rule R-124.
 */
#ifndef COMMAND_REPLAY_EVENT_H
#define COMMAND_REPLAY_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum { REPLAY_COLUMNS_MAX = 6 };
#define REPLAY_SECOND_MAX INT64_C(999999999999)

enum replay_verb {
    REPLAY_ISSUE,
    REPLAY_NEXT,
    REPLAY_CALL,
    REPLAY_FINISH,
    REPLAY_NO_SHOW,
    REPLAY_PARK,
    REPLAY_TRANSFER,
    REPLAY_BACK,
    REPLAY_RETURN,
    REPLAY_CANCEL
};

/* The texts point into the line. Those that the verb does not have are NULL. */
struct replay_event {
    int64_t second;
    enum replay_verb verb;
    const char *ticket;
    const char *service;
    const char *of_class;
    const char *counter;
    const char *only_counter;
    bool has_appointment;
    int64_t appointment; /* second of the day */
};

/*
 * line       without its newline; its TABs become NULs, and it must outlive the event
 * out_event  set on success only
 *
 * Returns ERR_OK; ERR_SYNTAX for an unknown verb, a wrong number of columns, an empty column, or a
 * SECOND that is not digits or is above REPLAY_SECOND_MAX.
 */
enum err replay_event_parse(char *line, struct replay_event *out_event);

#endif
