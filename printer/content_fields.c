#include "printer/content_fields.h"

#include "base/paper_limits.h"
#include "printer/job.h"

/* Lengths in characters: no field can be larger than what fits on a page or two. */
enum {
    SHORT = 80,
    NAME = 250,
    LONG = 600,
    ESSAY = 2000,
    URL = 500,
    COUNT = 9999,
    PAPERS = 200,
    ITEMS = 100,
    DOSSIERS = 500,
};

#define TEXT(type, member, most)                                                                   \
    {                                                                                              \
#member, FIELD_TEXT, false, offsetof(type, member), most, NULL                             \
    }
#define NEED(type, member, most)                                                                   \
    {                                                                                              \
#member, FIELD_TEXT, true, offsetof(type, member), most, NULL                              \
    }
#define NUMBER(type, member, most)                                                                 \
    {                                                                                              \
#member, FIELD_INTEGER, false, offsetof(type, member), most, NULL                          \
    }
#define FLAG(type, member)                                                                         \
    {                                                                                              \
#member, FIELD_BOOLEAN, false, offsetof(type, member), 0, NULL                             \
    }
#define TIME(type, member, need)                                                                   \
    {                                                                                              \
#member, FIELD_MOMENT, need, offsetof(type, member), 0, NULL                               \
    }
#define ROWS(type, member, need, most, row)                                                        \
    {                                                                                              \
#member, FIELD_ROWS, need, offsetof(type, member), most, row                               \
    }
#define SET(type, table)                                                                           \
    {                                                                                              \
        table, sizeof(table) / sizeof(table)[0], sizeof(type)                                      \
    }

static const struct field ticket_fields[] = {
    NEED(struct ticket, centre1, NAME),
    TEXT(struct ticket, centre2, NAME),
    NEED(struct ticket, number, 12),
    NEED(struct ticket, service, NAME),
    TEXT(struct ticket, counters, SHORT),
    {"ahead", FIELD_INTEGER, true, offsetof(struct ticket, ahead), COUNT, NULL},
    NUMBER(struct ticket, wait_low_min, COUNT),
    NUMBER(struct ticket, wait_high_min, COUNT),
    FLAG(struct ticket, priority),
    TIME(struct ticket, issued_at, true),
    TEXT(struct ticket, device, SHORT),
    TEXT(struct ticket, url, URL),
    TEXT(struct ticket, code, 32),
    TEXT(struct ticket, note, NAME),
};
static const struct field_set ticket_set = SET(struct ticket, ticket_fields);

static const struct field head_fields[] = {
    NEED(struct head, agency_parent, NAME),
    NEED(struct head, agency, NAME),
    NEED(struct head, place, SHORT),
    TEXT(struct head, number, SHORT),
    TIME(struct head, issued_at, true),
    TEXT(struct head, dossier_code, SHORT),
    TEXT(struct head, url, URL),
    TEXT(struct head, secret, 32),
    TEXT(struct head, hotline, SHORT),
    TEXT(struct head, printed_by, SHORT),
    TEXT(struct head, note, LONG),
};
static const struct field_set head_set = SET(struct head, head_fields);

static const struct field test_fields[] = {
    NEED(struct test_page, name, NAME),
    NEED(struct test_page, destination, NAME),
    NEED(struct test_page, site, NAME),
};
static const struct field_set test_set = SET(struct test_page, test_fields);

/* The applicant's own fields are spelled out: they sit flat in the content. */
#define PERSON(type, need_name)                                                                    \
    {"applicant", FIELD_TEXT, need_name, offsetof(type, applicant.name), NAME, NULL},              \
        {"personal_id", FIELD_TEXT, false, offsetof(type, applicant.personal_id), SHORT, NULL},    \
        {"address", FIELD_TEXT, false, offsetof(type, applicant.address), LONG, NULL},             \
        {"phone", FIELD_TEXT, false, offsetof(type, applicant.phone), SHORT, NULL},                \
    {                                                                                              \
        "email", FIELD_TEXT, false, offsetof(type, applicant.email), NAME, NULL                    \
    }
#define DELEGATOR(member, most)                                                                    \
    {                                                                                              \
        "delegator_" #member, FIELD_TEXT, false, offsetof(struct receipt, delegator.member), most, \
            NULL                                                                                   \
    }

static const struct field paper_fields[] = {
    NEED(struct paper_row, name, LONG),
    NUMBER(struct paper_row, originals, COUNT),
    NUMBER(struct paper_row, copies, COUNT),
    NUMBER(struct paper_row, photocopies, COUNT),
};
static const struct field_set paper_set = SET(struct paper_row, paper_fields);

static const struct field receipt_fields[] = {
    PERSON(struct receipt, true),
    DELEGATOR(name, NAME),
    DELEGATOR(personal_id, SHORT),
    DELEGATOR(address, LONG),
    DELEGATOR(phone, SHORT),
    DELEGATOR(email, NAME),
    TEXT(struct receipt, delegation_paper, LONG),
    NEED(struct receipt, receiver, NAME),
    NEED(struct receipt, procedure, LONG),
    TEXT(struct receipt, request, LONG),
    ROWS(struct receipt, papers, false, PAPERS, &paper_set),
    NUMBER(struct receipt, sets, COUNT),
    NEED(struct receipt, limit_text, NAME),
    TIME(struct receipt, accepted_at, true),
    TIME(struct receipt, due_at, false),
    TEXT(struct receipt, warning, LONG),
    TEXT(struct receipt, decided_by, NAME),
    TEXT(struct receipt, result_place, NAME),
    TEXT(struct receipt, book, SHORT),
    TEXT(struct receipt, book_row, SHORT),
    TEXT(struct receipt, fee, LONG),
    TEXT(struct receipt, submitter, SHORT),
    NEED(struct receipt, officer, SHORT),
};
static const struct field_set receipt_set = SET(struct receipt, receipt_fields);

static const struct field item_fields[] = {
    NEED(struct item_row, text, ESSAY),
    TEXT(struct item_row, basis, LONG),
};
static const struct field_set item_set = SET(struct item_row, item_fields);

static const struct field supplement_fields[] = {
    PERSON(struct supplement, true),
    NEED(struct supplement, procedure, LONG),
    ROWS(struct supplement, items, true, ITEMS, &item_set),
    NEED(struct supplement, reason, ESSAY),
    TEXT(struct supplement, contact_name, NAME),
    TEXT(struct supplement, contact_phone, SHORT),
    TIME(struct supplement, supplement_by, false),
    TEXT(struct supplement, phase, SHORT),
    TEXT(struct supplement, approver, SHORT),
    NEED(struct supplement, officer, SHORT),
};
static const struct field_set supplement_set = SET(struct supplement, supplement_fields);

static const struct field refusal_fields[] = {
    PERSON(struct refusal, true),           NEED(struct refusal, procedure, LONG),
    NEED(struct refusal, reason, ESSAY),    TEXT(struct refusal, basis, LONG),
    TEXT(struct refusal, submitter, SHORT), NEED(struct refusal, officer, SHORT),
};
static const struct field_set refusal_set = SET(struct refusal, refusal_fields);

static const struct field apology_fields[] = {
    PERSON(struct apology, true),
    NEED(struct apology, procedure, LONG),
    TIME(struct apology, accepted_at, true),
    TIME(struct apology, promised_at, true),
    TIME(struct apology, new_at, true),
    NEED(struct apology, reason, ESSAY),
    NEED(struct apology, signer_title, NAME),
    TEXT(struct apology, signer, SHORT),
};
static const struct field_set apology_set = SET(struct apology, apology_fields);

static const struct field stop_fields[] = {
    PERSON(struct stop, true),
    NEED(struct stop, procedure, LONG),
    TIME(struct stop, accepted_at, true),
    TIME(struct stop, withdrawn_at, false),
    TEXT(struct stop, withdrawn_how, NAME),
    TIME(struct stop, supplement_by, false),
    TEXT(struct stop, reason, ESSAY),
    TEXT(struct stop, state_text, NAME),
    ROWS(struct stop, papers, false, PAPERS, &paper_set),
    TEXT(struct stop, fee, LONG),
    NEED(struct stop, signer_title, NAME),
    TEXT(struct stop, signer, SHORT),
};
static const struct field_set stop_set = SET(struct stop, stop_fields);

static const struct field returned_fields[] = {
    PERSON(struct returned, true),
    NEED(struct returned, procedure, LONG),
    TEXT(struct returned, result_kind, NAME),
    TEXT(struct returned, result_number, SHORT),
    TEXT(struct returned, result_title, LONG),
    TIME(struct returned, signed_at, false),
    ROWS(struct returned, papers, false, PAPERS, &paper_set),
    NEED(struct returned, receiver, NAME),
    TEXT(struct returned, receiver_id, NAME),
    TEXT(struct returned, authorisation, LONG),
    TIME(struct returned, returned_at, true),
    NEED(struct returned, officer, SHORT),
};
static const struct field_set returned_set = SET(struct returned, returned_fields);

static const struct field control_row_fields[] = {
    TEXT(struct control_row, giver_unit, NAME),
    TEXT(struct control_row, giver, SHORT),
    NEED(struct control_row, receiver_unit, NAME),
    TEXT(struct control_row, receiver, SHORT),
    TIME(struct control_row, at, true),
    TEXT(struct control_row, result, SHORT),
    TEXT(struct control_row, note, LONG),
};
static const struct field_set control_row_set = SET(struct control_row, control_row_fields);

static const struct field ledger_row_fields[] = {
    TIME(struct ledger_row, from, true),   TIME(struct ledger_row, to, false),
    NEED(struct ledger_row, reason, LONG), TEXT(struct ledger_row, counted, SHORT),
    TEXT(struct ledger_row, total, SHORT),
};
static const struct field_set ledger_row_set = SET(struct ledger_row, ledger_row_fields);

static const struct field control_fields[] = {
    NEED(struct control, procedure, LONG),
    NEED(struct control, applicant, NAME),
    NEED(struct control, handling, NAME),
    TEXT(struct control, cooperating, LONG),
    TIME(struct control, received_at, true),
    TIME(struct control, due_at, false),
    ROWS(struct control, steps, true, PAPER_ROWS_MAX, &control_row_set),
    ROWS(struct control, ledger, false, PAPER_ROWS_MAX, &ledger_row_set),
    NEED(struct control, maker, SHORT),
};
static const struct field_set control_set = SET(struct control, control_fields);

static const struct field papers_back_fields[] = {
    PERSON(struct papers_back, true),
    NEED(struct papers_back, procedure, LONG),
    TEXT(struct papers_back, reason, ESSAY),
    ROWS(struct papers_back, papers, false, PAPERS, &paper_set),
    TEXT(struct papers_back, receiver, NAME),
    NEED(struct papers_back, officer, SHORT),
};
static const struct field_set papers_back_set = SET(struct papers_back, papers_back_fields);

static const struct field handover_row_fields[] = {
    NEED(struct handover_row, code, SHORT),   NEED(struct handover_row, subject, NAME),
    TEXT(struct handover_row, result, NAME),  NEED(struct handover_row, applicant, NAME),
    TEXT(struct handover_row, address, NAME), TEXT(struct handover_row, fee, SHORT),
    FLAG(struct handover_row, by_post),
};
static const struct field_set handover_row_set = SET(struct handover_row, handover_row_fields);

static const struct field handover_fields[] = {
    NEED(struct handover, from, NAME),
    NEED(struct handover, to, NAME),
    TIME(struct handover, handed_at, true),
    ROWS(struct handover, dossiers, true, DOSSIERS, &handover_row_set),
    TEXT(struct handover, giver, SHORT),
    TEXT(struct handover, taker, SHORT),
};
static const struct field_set handover_set = SET(struct handover, handover_fields);

static const struct field fee_row_fields[] = {
    NEED(struct fee_row, line, NAME),
    NEED(struct fee_row, method, SHORT),
    NEED(struct fee_row, amount, SHORT),
};
static const struct field_set fee_row_set = SET(struct fee_row, fee_row_fields);

static const struct field fee_fields[] = {
    NEED(struct fee_receipt, series, SHORT),
    NEED(struct fee_receipt, receipt_number, SHORT),
    TEXT(struct fee_receipt, tax_code, SHORT),
    NEED(struct fee_receipt, payer, NAME),
    TEXT(struct fee_receipt, address, LONG),
    NEED(struct fee_receipt, procedure, LONG),
    ROWS(struct fee_receipt, lines, true, PAPERS, &fee_row_set),
    NEED(struct fee_receipt, total, SHORT),
    NEED(struct fee_receipt, words, LONG),
    TIME(struct fee_receipt, collected_at, true),
    NEED(struct fee_receipt, collector, SHORT),
};
static const struct field_set fee_set = SET(struct fee_receipt, fee_fields);

static const struct field report_note_fields[] = {NEED(struct report_note, text, LONG)};
static const struct field_set report_note_set = SET(struct report_note, report_note_fields);

static const struct field report_head_fields[] = {
    NEED(struct report_head, title, SHORT),
    NUMBER(struct report_head, width, COUNT),
    FLAG(struct report_head, right),
};
static const struct field_set report_head_set = SET(struct report_head, report_head_fields);

#define CELL(number)                                                                               \
    {                                                                                              \
        "c" #number, FIELD_TEXT, false, offsetof(struct report_line, cells[number - 1]), LONG,     \
            NULL                                                                                   \
    }
#define STRUCK(number)                                                                             \
    {                                                                                              \
        "s" #number, FIELD_TEXT, false, offsetof(struct report_line, struck[number - 1]), LONG,    \
            NULL                                                                                   \
    }
static const struct field report_line_fields[] = {
    CELL(1),   CELL(2),   CELL(3),   CELL(4),   CELL(5),   CELL(6),    CELL(7),    CELL(8),
    CELL(9),   CELL(10),  CELL(11),  CELL(12),  STRUCK(1), STRUCK(2),  STRUCK(3),  STRUCK(4),
    STRUCK(5), STRUCK(6), STRUCK(7), STRUCK(8), STRUCK(9), STRUCK(10), STRUCK(11), STRUCK(12),
};
static const struct field_set report_line_set = SET(struct report_line, report_line_fields);

static const struct field report_fields[] = {
    NEED(struct report, title, NAME),
    ROWS(struct report, notes, false, 8, &report_note_set),
    ROWS(struct report, columns, true, REPORT_COLUMNS_MOST, &report_head_set),
    ROWS(struct report, rows, false, PAPER_ROWS_MAX, &report_line_set),
    FLAG(struct report, has_total),
    TEXT(struct report, maker, SHORT),
};
static const struct field_set report_set = SET(struct report, report_fields);

size_t content_fields(enum form form, const struct field_set *out_sets[2])
{
    out_sets[0] = &head_set;
    switch (form) {
    case FORM_TICKET:
        out_sets[0] = &ticket_set;
        return 1;
    case FORM_RECEIPT:
        out_sets[1] = &receipt_set;
        return 2;
    case FORM_SUPPLEMENT:
        out_sets[1] = &supplement_set;
        return 2;
    case FORM_REFUSAL:
        out_sets[1] = &refusal_set;
        return 2;
    case FORM_APOLOGY:
        out_sets[1] = &apology_set;
        return 2;
    case FORM_STOP:
        out_sets[1] = &stop_set;
        return 2;
    case FORM_CONTROL:
        out_sets[1] = &control_set;
        return 2;
    case FORM_PAPERS:
        out_sets[1] = &papers_back_set;
        return 2;
    case FORM_RETURN:
        out_sets[1] = &returned_set;
        return 2;
    case FORM_TEST:
        out_sets[1] = &test_set;
        return 2;
    case FORM_HANDOVER:
        out_sets[1] = &handover_set;
        return 2;
    case FORM_FEE:
        out_sets[1] = &fee_set;
        return 2;
    case FORM_SURVEY:
        return 1;
    case FORM_BOOK:
    case FORM_REPORT:
        out_sets[1] = &report_set;
        return 2;
    }
    return 0;
}
