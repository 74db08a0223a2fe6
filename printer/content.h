/*
 * What stands on each form: plain data, every text final (domain.md 3.2 - 3.9).
 *
 * Pure. Texts are NULL when absent, counts -1. All of it lives in the pool of its job.
 */
#ifndef PRINTER_CONTENT_H
#define PRINTER_CONTENT_H

#include <stdbool.h>

#include "printer/field.h"

/* Queue ticket. The reason of a priority is never here, so it cannot be printed. Rule R-803. */
struct ticket {
    const char *centre1, *centre2;
    const char *number; /* "A015" */
    const char *service, *counters;
    int ahead;                       /* people */
    int wait_low_min, wait_high_min; /* minutes; -1 = too few data */
    bool priority;
    struct moment issued_at;
    const char *device;
    const char *url, *code; /* for the QR code; for typing */
    const char *note;
};

/* Head, foot and QR code that all forms but the ticket share. */
struct head {
    const char *agency_parent; /* "ỦY BAN NHÂN DÂN XÃ NGHIÊN LOAN" */
    const char *agency;        /* "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG" */
    const char *place;         /* "Nghiên Loan" */
    const char *number;        /* "15/2026-TTPVHCC", after "Số:" */
    struct moment issued_at;
    const char *dossier_code;
    const char *url, *secret; /* look-up */
    const char *hotline;
    const char *printed_by;
    const char *note;
};

/* Who applies. */
struct person {
    const char *name, *personal_id, *address, *phone, *email;
};

struct paper_row {
    const char *name;
    int originals, copies, photocopies; /* copies = certified copies */
};

/* Test page of a printer */
struct test_page {
    struct head head;
    const char *name, *destination, *site;
};

/* Form 01 */
struct receipt {
    struct head head;
    struct person applicant;
    struct person delegator;
    const char *delegation_paper;
    const char *receiver;
    const char *procedure, *request;
    struct rows papers; /* of struct paper_row */
    int sets;
    const char *limit_text;
    struct moment accepted_at, due_at;
    const char *warning;    /* e.g. due in a year whose calendar is not confirmed */
    const char *decided_by; /* when it is another agency than the receiver */
    const char *result_place;
    const char *book, *book_row;
    const char *fee;
    const char *submitter, *officer;
};

struct item_row {
    const char *text, *basis;
};

/* Form 02 */
struct supplement {
    struct head head;
    struct person applicant;
    const char *procedure;
    struct rows items; /* of struct item_row */
    const char *reason;
    const char *contact_name, *contact_phone;
    struct moment supplement_by;
    const char *phase, *approver;
    const char *officer;
};

/* Form 03 */
struct refusal {
    struct head head;
    struct person applicant;
    const char *procedure;
    const char *reason, *basis;
    const char *submitter, *officer;
};

/* Form 04 */
struct apology {
    struct head head;
    struct person applicant;
    const char *procedure;
    struct moment accepted_at, promised_at, new_at;
    const char *reason;
    const char *signer_title, *signer;
};

/* Form 05 */
struct stop {
    struct head head;
    struct person applicant;
    const char *procedure;
    struct moment accepted_at, withdrawn_at;
    const char *withdrawn_how;
    struct moment supplement_by; /* nobody asked: it was not supplemented by then */
    const char *reason;
    const char *state_text;
    struct rows papers; /* of struct paper_row, given back */
    const char *fee;
    const char *signer_title, *signer;
};

struct control_row {
    const char *giver_unit, *giver; /* NULL: it began here */
    const char *receiver_unit, *receiver;
    struct moment at;
    const char *result; /* of the stage before: "trước hạn", "đúng hạn", "quá hạn" */
    const char *note;
};

struct ledger_row {
    struct moment from, to; /* `to` absent: it goes on */
    const char *reason;
    const char *counted, *total; /* "1 ngày", "2:30" */
};

/* Form 06 */
struct control {
    struct head head;
    const char *procedure, *applicant;
    const char *handling, *cooperating;
    struct moment received_at, due_at;
    struct rows steps;  /* of struct control_row */
    struct rows ledger; /* of struct ledger_row: how the due date arose */
    const char *maker;
};

/* Receipt for the result */
struct returned {
    struct head head;
    struct person applicant;
    const char *procedure;
    const char *result_kind, *result_number, *result_title;
    struct moment signed_at;
    struct rows papers; /* of struct paper_row, given back */
    const char *receiver, *receiver_id, *authorisation;
    struct moment returned_at;
    const char *officer;
};

/* Papers given back */
struct papers_back {
    struct head head;
    struct person applicant;
    const char *procedure, *reason;
    struct rows papers; /* of struct paper_row */
    const char *receiver, *officer;
};

struct handover_row {
    const char *code, *subject, *result, *applicant, *address, *fee;
    bool by_post;
};

struct fee_row {
    const char *line, *method, *amount;
};

/* Receipt of fees */
struct fee_receipt {
    struct head head;
    const char *series, *receipt_number; /* ký hiệu, số */
    const char *tax_code;                /* of the collecting unit */
    const char *payer, *address;
    const char *procedure;
    struct rows lines;         /* of struct fee_row */
    const char *total, *words; /* "10.000", "Mười nghìn đồng" */
    struct moment collected_at;
    const char *collector;
};

/* A report: any table with its notes */
enum { REPORT_COLUMNS_MOST = 12 };

struct report_note {
    const char *text;
};

struct report_head {
    const char *title;
    int width; /* as a share of all widths; -1: a usual one */
    bool right;
};

struct report_line {
    const char *cells[REPORT_COLUMNS_MOST];  /* NULL: empty */
    const char *struck[REPORT_COLUMNS_MOST]; /* NULL: nothing stood there before */
};

struct report {
    struct head head;
    const char *title;
    struct rows notes;   /* of struct report_note */
    struct rows columns; /* of struct report_head, REPORT_COLUMNS_MOST at most */
    struct rows rows;    /* of struct report_line, PAPER_ROWS_MAX at most */
    bool has_total;      /* the last row is the total */
    const char *maker;
};

/* Hand-over between the centre and a unit */
struct handover {
    struct head head;
    const char *from, *to;
    struct moment handed_at;
    struct rows dossiers; /* of struct handover_row */
    const char *giver, *taker;
};

#endif
