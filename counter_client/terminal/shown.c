#include "counter_client/terminal/shown.h"

#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/shown_views.h"

#include <string.h>

/* ---- answers that are more than one table -----------------------------------------------------
 */

static void add_ticket_line(struct text *text, const json_t *ticket, enum language language)
{
    record_add(text, ticket, shown_view(SHOWN_TICKET)->columns, language);
}

static void add_call(struct text *text, const json_t *call, enum language language)
{
    const json_t *ticket = json_at(call, "ticket"), *finished = json_at(call, "finished");
    const char *rule = json_text_at(call, "why.rule");
    bool english = language == LANGUAGE_EN;

    if (finished)
        text_printf(text, english ? "Finished: %s\n" : "Đã xong: %s\n",
                    json_text_at(finished, "number"));
    if (!ticket) {
        text_printf(text, "%s: %s\n", english ? "Nobody to call" : "Không có ai để gọi",
                    word_said(WORDS_CALL_RULE, rule ? rule : "", language));
        text_printf(text, english ? "Waiting for other counters: %lld\n" : "Chờ quầy khác: %lld\n",
                    (long long)json_int_at(call, "why.waiting_elsewhere", 0));
        return;
    }
    text_printf(text, english ? "Called: %s at counter %s\n" : "Mời số %s đến quầy %s\n",
                json_text_at(ticket, "number"), json_text_at(ticket, "counter"));
    text_printf(text, "%s: %s; ", english ? "Because" : "Vì",
                word_said(WORDS_CALL_RULE, rule ? rule : "", language));
    text_add(text, english ? "waited " : "đã chờ ");
    span_add(text, json_int_at(call, "why.waited_s", 0), language);
    text_printf(text, english ? "; passed over: %lld\n" : "; vượt qua: %lld người\n",
                (long long)json_int_at(call, "why.passed_over", 0));
    add_ticket_line(text, ticket, language);
}

static void add_queue(struct text *text, const json_t *queues, enum language language)
{
    size_t i;
    json_t *queue;

    json_array_foreach(json_object_get(queues, "items"), i, queue)
    {
        if (i > 0)
            text_add_char(text, '\n');
        text_printf(text, "%s  ", json_text_at(queue, "site_name"));
        value_add(text, json_at(queue, "at"), VALUE_INSTANT, WORDS_COUNT, language);
        text_add_char(text, '\n');
        table_add(text, json_at(queue, "services"), shown_queue_services, NULL, language);
        text_add_char(text, '\n');
        table_add(text, json_at(queue, "counters"), shown_queue_counters, NULL, language);
    }
}

static void add_ledger(struct text *text, const json_t *ledger, enum language language)
{
    record_add(text, ledger, shown_ledger_head, language);
    text_add_char(text, '\n');
    table_add(text, json_at(ledger, "stretches"), shown_ledger, NULL, language);
}

static void add_faults(struct text *text, const json_t *faults)
{
    size_t i;
    json_t *fault;

    json_array_foreach(faults, i, fault)
    {
        const char *pointer = json_text_at(fault, "pointer");

        text_printf(text, "  %s: %s (%s)\n", pointer ? pointer : "-",
                    json_text_at(fault, "message"), json_text_at(fault, "code"));
    }
}

static void add_preview(struct text *text, const json_t *preview, enum language language)
{
    bool english = language == LANGUAGE_EN;
    const json_t *faults = json_at(preview, "faults");

    text_add(text, english ? "Due: " : "Hẹn trả: ");
    value_add(text, json_at(preview, "due_at"), VALUE_INSTANT, WORDS_COUNT, language);
    text_add_char(text, '\n');
    if (json_array_size(faults) > 0) {
        text_add(text, english ? "Would be refused:\n" : "Chưa tiếp nhận được:\n");
        add_faults(text, faults);
    } else {
        text_add(text, english ? "Would be received.\n" : "Đủ điều kiện tiếp nhận.\n");
    }
    add_faults(text, json_at(preview, "warnings"));
    if (json_at(preview, "ledger"))
        add_ledger(text, json_at(preview, "ledger"), language);
}

static void add_dossier(struct text *text, const json_t *dossier, enum language language)
{
    if (json_at(dossier, "faults")) {
        add_preview(text, dossier, language);
        return;
    }
    record_add(text, dossier, shown_view(SHOWN_DOSSIER)->columns, language);
    if (json_array_size(json_at(dossier, "documents")) > 0) {
        text_add_char(text, '\n');
        table_add(text, json_at(dossier, "documents"), shown_documents, NULL, language);
    }
    if (json_array_size(json_at(dossier, "fees")) > 0) {
        text_add_char(text, '\n');
        table_add(text, json_at(dossier, "fees"), shown_fees, NULL, language);
    }
    add_faults(text, json_at(dossier, "warnings"));
}

static void add_procedure(struct text *text, const json_t *procedure, enum language language)
{
    record_add(text, procedure, shown_view(SHOWN_PROCEDURE)->columns, language);
    text_add_char(text, '\n');
    table_add(text, json_at(procedure, "documents"), shown_procedure_papers, NULL, language);
}

/* Rule R-821. */
static void add_imported(struct text *text, const json_t *imported, enum language language)
{
    static const char *const lists[] = {"faults", "warnings"};

    record_add(text, imported, shown_view(SHOWN_PROCEDURES_IMPORTED)->columns, language);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (json_array_size(json_at(imported, lists[i])) == 0)
            continue;
        text_printf(text, "\n%s\n",
                    language == LANGUAGE_EN ? (i ? "Warnings:" : "Faults:")
                    : i                     ? "Cảnh báo:"
                                            : "Lỗi:");
        table_add(text, json_at(imported, lists[i]), shown_findings, NULL, language);
    }
}

/* After a merge there are no dossiers in the answer. */
static void add_person(struct text *text, const json_t *person, enum language language)
{
    record_add(text, person, shown_view(SHOWN_PERSON)->columns, language);
    if (json_array_size(json_at(person, "dossiers")) > 0) {
        text_add_char(text, '\n');
        table_add(text, json_at(person, "dossiers"), shown_person_dossiers, NULL, language);
    }
}

static void add_version(struct text *text, const json_t *version, enum language language)
{
    record_add(text, version, shown_view(SHOWN_VERSION)->columns, language);
    text_printf(text, "counter_client %s\n", MOTCUA_VERSION);
}

/* ---- all answers ------------------------------------------------------------------------------
 */

static void add_view(struct text *text, const struct shown_view *view, const json_t *answer,
                     enum language language)
{
    const json_t *rows = view->rows ? json_at(answer, view->rows) : NULL;

    if (!view->rows) {
        record_add(text, answer, view->columns, language);
        return;
    }
    if (json_array_size(rows) == 0)
        text_add(text, language == LANGUAGE_EN ? "Nothing.\n" : "Không có.\n");
    else
        table_add(text, rows, view->columns, json_at(answer, "total"), language);
    if (json_text_at(answer, "next"))
        text_printf(text, language == LANGUAGE_EN ? "More: --after %s\n" : "Còn nữa: --after %s\n",
                    json_text_at(answer, "next"));
    else if (json_is_integer(json_at(answer, "next")))
        text_printf(text, "--after %lld\n", (long long)json_int_at(answer, "next", 0));
}

void shown_add(struct text *text, enum shown shown, const json_t *answer, enum language language)
{
    if (!answer)
        return;
    if (shown == SHOWN_CALL)
        add_call(text, answer, language);
    else if (shown == SHOWN_QUEUE)
        add_queue(text, answer, language);
    else if (shown == SHOWN_LEDGER)
        add_ledger(text, answer, language);
    else if (shown == SHOWN_DOSSIER)
        add_dossier(text, answer, language);
    else if (shown == SHOWN_PROCEDURE)
        add_procedure(text, answer, language);
    else if (shown == SHOWN_PROCEDURES_IMPORTED)
        add_imported(text, answer, language);
    else if (shown == SHOWN_PERSON)
        add_person(text, answer, language);
    else if (shown == SHOWN_VERSION)
        add_version(text, answer, language);
    else if (shown_view(shown))
        add_view(text, shown_view(shown), answer, language);
}

void problem_add(struct text *text, int status, const json_t *problem, enum language language)
{
    const char *title = json_text_at(problem, "title"), *code = json_text_at(problem, "code");

    if (!title) {
        text_printf(text,
                    language == LANGUAGE_EN ? "The server answered %d\n" : "Máy chủ trả lời %d\n",
                    status);
        return;
    }
    text_printf(text, "%s (%s)\n", title, code ? code : "");
    if (json_text_at(problem, "detail"))
        text_printf(text, "%s\n", json_text_at(problem, "detail"));
    record_add(text, problem, shown_problem_facts, language);
    add_faults(text, json_at(problem, "errors"));
}
