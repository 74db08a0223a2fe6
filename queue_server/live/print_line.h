/*
 * The lines between the server and the printer program (docs/printer.1): orders as they are sent,
 * events as they are read. Pure but for memory.
 */
#ifndef LIVE_PRINT_LINE_H
#define LIVE_PRINT_LINE_H

#include "store/print_rows.h"

enum { PRINT_ORDER_MAX = 1 << 20 /* bytes of a line that the program takes */ };

/* How an order is to be carried out. */
struct print_order {
    const struct print_record *record;
    const char *content; /* JSON */
    const char *page;    /* absolute path where the page is kept */
    bool training;
    bool page_only; /* make the page, print nothing; so too when the record has no printer */
};

/*
 * Write the order without a line feed. What an earlier run reported goes with it, so that the
 * program asks its printer about that job instead of printing again.
 */
void print_line_order(struct text *line, const struct print_order *order);

/* Write {"op": op} for a job: "go", "cancel". */
void print_line_mark(struct text *line, const char *op, int64_t id, int generation);

enum print_event {
    PRINT_EVENT_OTHER, /* nothing that the feed asked for */
    PRINT_EVENT_RENDERED,
    PRINT_EVENT_CREATED,
    PRINT_EVENT_SENT,
    PRINT_EVENT_PRINTED,
    PRINT_EVENT_ATTENTION, /* it is over, a person decides */
    PRINT_EVENT_WAITING,   /* it goes on by itself later */
    PRINT_EVENT_CANCELLED,
    PRINT_EVENT_FAILED,  /* this job cannot be printed */
    PRINT_EVENT_TROUBLE, /* no job can be, for now: the disk, memory, fonts */
};

struct print_said {
    enum print_event event;
    int64_t id;                       /* of the job; 0 when none is named */
    int64_t job;                      /* CREATED: the printer's number of it */
    char sha256[PRINT_SHA256_SIZE];   /* RENDERED */
    char message[PRINT_MESSAGE_SIZE]; /* for people, whole characters; "" for none */
};

/* Read one event of the program. False when the line is not one. */
bool print_line_read(const char *line, size_t length, struct print_said *out_said);

/* Copy a text for people, cut at a whole character to what a message holds. */
void print_message_copy(char out_message[PRINT_MESSAGE_SIZE], const char *text);

#endif
