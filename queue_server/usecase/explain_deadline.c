#include "usecase/explain_deadline.h"

#include "base/digits.h"

struct json_ledger {
    const struct calendar_document *document;
    json_t *stretches;
    bool failed;
};

static json_t *instant_json(struct instant instant)
{
    char text[INSTANT_TEXT_SIZE];

    instant_format(instant, text);
    return json_string(text);
}

bool explain_stretch_note(const struct calendar_document *document, const struct stretch *stretch,
                          struct calendar_note *out_note)
{
    int32_t count;

    switch (stretch->reason) {
    case STRETCH_DAY_OFF:
        return calendar_document_day_off(document, stretch->date, out_note);
    case STRETCH_MAKE_UP_DAY:
        return calendar_document_make_up(document, stretch->date, out_note);
    case STRETCH_PARTIAL_DAY_OFF: {
        const struct day_span *standard =
            calendar_standard_sessions(calendar_document_calendar(document), stretch->date, &count);
        const int32_t second = second_of_day(stretch->from);

        /* a stretch of a whole day begins at midnight, before its first session */
        return calendar_document_partial(
            document, stretch->date, second < standard->from ? standard->from : second, out_note);
    }
    case STRETCH_MOVED_BY_CUTOFF:
    case STRETCH_MOVED_BY_REST_DAY:
    case STRETCH_DAY_OF_RECEIPT:
    case STRETCH_SESSION:
    case STRETCH_WORKING_DAY:
    case STRETCH_CALENDAR_DAY:
    case STRETCH_LUNCH:
    case STRETCH_NIGHT:
    case STRETCH_WEEKLY_REST:
    case STRETCH_PAUSE:
    case STRETCH_ROLLED:
        break;
    }
    return false;
}

static void set_text(json_t *object, const char *key, const char *text)
{
    if (text && text[0] != '\0')
        json_object_set_new(object, key, json_string(text));
}

static void add_stretch(void *context, const struct stretch *stretch)
{
    struct json_ledger *ledger = context;
    struct calendar_note note;
    json_t *row = json_pack("{s:o, s:o, s:s, s:I, s:I}", "from", instant_json(stretch->from), "to",
                            stretch->open ? json_null() : instant_json(stretch->to), "reason",
                            stretch_reason_name(stretch->reason), "counted",
                            (json_int_t)stretch->counted, "total", (json_int_t)stretch->total);

    set_text(row, "name", stretch->pause_reason);
    if (explain_stretch_note(ledger->document, stretch, &note)) {
        set_text(row, "name", note.name);
        set_text(row, "decree", note.decree);
        set_text(row, "status", note.status);
    }
    if (json_array_append_new(ledger->stretches, row) != 0)
        ledger->failed = true;
}

static json_t *cutoff_json(const struct deadline_request *request)
{
    char text[sizeof "15:00"];
    int32_t second;

    if (!deadline_policy_cutoff(&request->policy, &request->limit, &second))
        return json_null();
    digits_write(second / 3600, 2, text);
    text[2] = ':';
    digits_write(second / 60 % 60, 2, text + 3);
    text[5] = '\0';
    return json_string(text);
}

static json_t *moved_json(const struct deadline *deadline)
{
    switch (deadline->moved) {
    case RECEIPT_MOVED_BY_CUTOFF:
        return json_string("cutoff");
    case RECEIPT_MOVED_BY_REST_DAY:
        return json_string("rest_day");
    case RECEIPT_NOT_MOVED:
        break;
    }
    return json_null();
}

json_t *explain_deadline(const struct calendar_document *document,
                         const struct deadline_request *request, const struct deadline *deadline)
{
    static const char *const outcomes[] = {
        [DEADLINE_DUE] = "due", [DEADLINE_NONE] = "none", [DEADLINE_PAUSED] = "paused"};
    struct json_ledger ledger = {.document = document, .stretches = json_array()};
    const struct stretch_visitor visitor = {add_stretch, &ledger};
    const bool none = deadline->outcome == DEADLINE_NONE;
    const bool due = deadline->outcome == DEADLINE_DUE;
    const bool paused = deadline->outcome == DEADLINE_PAUSED;
    char limit[TIME_LIMIT_TEXT_SIZE];

    deadline_explain(calendar_document_calendar(document), request, deadline, &visitor);
    if (ledger.failed) {
        json_decref(ledger.stretches);
        return NULL;
    }
    time_limit_format(&request->limit, limit);
    return json_pack(
        "{s:o, s:s, s:o, s:o, s:o, s:s, s:I, s:o, s:s, s:o, s:o, s:b, s:{s:s, s:s}}", "received",
        instant_json(request->received), "limit", limit, "cutoff", cutoff_json(request),
        "effective_receipt", none ? json_null() : instant_json(deadline->effective_receipt),
        "moved_by", moved_json(deadline), "counts", deadline->day_limit ? "days" : "seconds",
        "amount", (json_int_t)deadline->limit_amount, "stretches", ledger.stretches, "outcome",
        outcomes[deadline->outcome], "due_at", due ? instant_json(deadline->due) : json_null(),
        "paused_since", paused ? instant_json(deadline->paused_since) : json_null(), "unconfirmed",
        deadline->unconfirmed, "calendar", "title", calendar_document_title(document), "version",
        calendar_document_version(document));
}
