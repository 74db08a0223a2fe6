/*
 * What the routes of reports ask for, read once for all of them. Loop thread; pure, but for
 * report_today(), which reads the clock of the centre.
 */
#ifndef API_REPORT_INPUT_H
#define API_REPORT_INPUT_H

#include "api/call.h"
#include "usecase/list_open.h"
#include "usecase/report_on_time.h"

/* Words as they came in, from the query or from a body; "" where there is none. */
struct report_request {
    char period[40]; /* "month:2026-11"; or */
    char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
    char by[16];
};

struct open_request {
    char by[16], key[REPORT_KEY_SIZE], pending[16];
    char days_from[16], days_to[16], due_today[8];
};

/* Read the query. ERR_OK, or ERR_BAD_PARAMETER for a word that is too long. */
enum err report_request_query(const struct api_call *call, struct report_request *out_request);
/* Only the period: a route without rows of its own choice. */
enum err report_period_query(const struct api_call *call, struct report_request *out_request);
enum err open_request_query(const struct api_call *call, struct open_request *out_request);
/* Read and understand the body; faults are named in the call. ERR_OK, ERR_FIELDS. */
enum err report_body_read(struct api_call *call, struct period *out_period, enum report_by *out_by);
enum err book_body_read(struct api_call *call, char out_field[DOSSIER_NAME_SIZE],
                        struct period *out_period);
enum err open_body_read(struct api_call *call, struct open_filter *out_filter);

/* A period of at most ten years, by its name or by its dates, else the month of `today`, and what
 * makes a row. ERR_OK, ERR_BAD_PARAMETER. Rule R-310. */
enum err report_request_read(const struct report_request *request, struct date today,
                             struct period *out_period, enum report_by *out_by);
/* The period alone. ERR_OK, ERR_BAD_PARAMETER. */
enum err report_period_read(const struct report_request *request, struct date today,
                            struct period *out_period);
/* The date of the centre's clock. */
struct date report_today(const struct api_call *call);
/* ERR_OK, ERR_BAD_PARAMETER. */
enum err open_request_read(const struct open_request *request, struct open_filter *out_filter);

#endif
