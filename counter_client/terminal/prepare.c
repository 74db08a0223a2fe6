#include "counter_client/terminal/prepare.h"

#include "base/digits.h"
#include "counter_client/terminal/json_path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct preparing {
    struct exchange *exchange;
    struct invocation *invocation;
    struct prepared *prepared;
    struct reply *refusal;
    char *complaint;
};

static enum prepare_outcome complain(struct preparing *preparing, struct said what,
                                     const char *about)
{
    snprintf(preparing->complaint, COMPLAINT_SIZE, "%s: %s",
             said(preparing->invocation->language, what), about);
    return PREPARE_USAGE;
}

/* Ask for `path`; the refusal is kept when there is one. */
static enum prepare_outcome ask(struct preparing *preparing, const char *path,
                                struct reply *out_reply)
{
    exchange_get(preparing->exchange, path, out_reply);
    if (reply_ok(out_reply))
        return PREPARE_OK;
    *preparing->refusal = *out_reply;
    return PREPARE_REFUSED;
}

/* ---- references -------------------------------------------------------------------------------
 */

static bool is_id(const char *text, char letter)
{
    if (text[0] != letter || text[1] == '\0')
        return false;
    for (const char *c = text + 1; *c; c++) {
        if (!digit_is(*c))
            return false;
    }
    return true;
}

static enum prepare_outcome keep_id(struct preparing *preparing, struct given *given,
                                    const char *id)
{
    struct prepared *prepared = preparing->prepared;

    if (prepared->id_count == REFERENCES_MAX || strlen(id) >= ID_SIZE)
        return complain(preparing, (struct said){"không dùng được", "cannot be used"},
                        given->value);
    memcpy(prepared->ids[prepared->id_count], id, strlen(id) + 1);
    given->value = prepared->ids[prepared->id_count++];
    return PREPARE_OK;
}

/* The one ticket of a page with this number; NULL, or several in `out_several`. */
static const char *ticket_numbered(const json_t *page, const char *number, bool *out_several)
{
    const char *found = NULL;
    size_t i;
    json_t *ticket;

    json_array_foreach(json_object_get(page, "items"), i, ticket)
    {
        const char *each = json_text_at(ticket, "number");

        if (!each || strcmp(each, number) != 0)
            continue;
        *out_several = *out_several || found;
        found = json_text_at(ticket, "id");
    }
    return found;
}

/* "A015" -> "t12", looking through today's tickets of that service. */
static enum prepare_outcome find_ticket(struct preparing *preparing, struct given *given)
{
    char after[256] = "";
    enum prepare_outcome outcome = PREPARE_OK;
    bool several = false, found = false;

    do {
        struct text path;
        struct reply reply;
        const char *id, *next;

        text_init(&path);
        text_printf(&path, "/tickets?limit=500&service=%c%s", given->value[0], after);
        outcome = ask(preparing, path.data ? path.data : "/tickets", &reply);
        text_release(&path);
        if (outcome != PREPARE_OK)
            return outcome;
        id = ticket_numbered(reply.json, given->value, &several);
        next = json_text_at(reply.json, "next");
        after[0] = '\0';
        if (next)
            snprintf(after, sizeof after, "&after=%s", next);
        if (several)
            outcome = complain(
                preparing,
                (struct said){"số phiếu có ở nhiều điểm", "several sites have this ticket"},
                given->value);
        else if (id) {
            outcome = keep_id(preparing, given, id);
            found = true;
        }
        reply_release(&reply);
    } while (after[0] && !found && outcome == PREPARE_OK);
    if (!found && outcome == PREPARE_OK)
        return complain(preparing, (struct said){"hôm nay không có phiếu", "no such ticket today"},
                        given->value);
    return outcome;
}

static enum prepare_outcome find_dossier(struct preparing *preparing, struct given *given)
{
    enum prepare_outcome outcome;
    struct reply reply;
    struct text path;
    const char *id;

    text_init(&path);
    text_add(&path, "/dossiers?code=");
    body_percent(&path, given->value);
    outcome = ask(preparing, path.data ? path.data : "/dossiers", &reply);
    text_release(&path);
    if (outcome != PREPARE_OK)
        return outcome;
    id = json_text_at(json_array_get(json_object_get(reply.json, "items"), 0), "id");
    outcome =
        id ? keep_id(preparing, given, id)
           : complain(preparing, (struct said){"không có hồ sơ", "no such dossier"}, given->value);
    reply_release(&reply);
    return outcome;
}

static enum prepare_outcome find_references(struct preparing *preparing)
{
    struct invocation *invocation = preparing->invocation;
    enum prepare_outcome outcome = PREPARE_OK;

    for (size_t i = 0; i < invocation->given_count && outcome == PREPARE_OK; i++) {
        struct given *given = &invocation->given[i];
        char first = given->value[0];

        if ((given->option->bits & OPTION_TICKET) && first >= 'A' && first <= 'Z')
            outcome = find_ticket(preparing, given);
        else if ((given->option->bits & OPTION_DOSSIER) && !is_id(given->value, 'd'))
            outcome = find_dossier(preparing, given);
    }
    return outcome;
}

/* ---- the file, the card, the procedure --------------------------------------------------------
 */

/* The file is the body: the server says what is wrong with it, and where. */
static enum prepare_outcome read_bytes(struct preparing *preparing, const char *path)
{
    struct text *bytes = &preparing->prepared->bytes;
    char part[4096];
    size_t length;

    if (!path)
        return complain(preparing, (struct said){"thiếu", "missing"}, "--file FILE");
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    while (file && (length = fread(part, 1, sizeof part, file)) > 0)
        text_add_bytes(bytes, part, length);
    const bool good = file && !ferror(file) && !bytes->failed && bytes->length > 0 &&
                      strlen(bytes->data) == bytes->length;
    if (file && file != stdin)
        fclose(file);
    return good ? PREPARE_OK
                : complain(preparing,
                           (struct said){"--file không đọc được", "--file cannot be read"}, path);
}

static enum prepare_outcome read_file(struct preparing *preparing)
{
    const char *file = preparing->invocation->file;
    json_error_t error;

    if (preparing->invocation->command->bits & COMMAND_FILE)
        return read_bytes(preparing, file);
    if (!file)
        return PREPARE_OK;
    preparing->prepared->file =
        strcmp(file, "-") == 0 ? json_loadf(stdin, 0, &error) : json_load_file(file, 0, &error);
    if (!json_is_object(preparing->prepared->file))
        return complain(preparing,
                        (struct said){"--file không đọc được", "--file is no JSON object"}, file);
    return PREPARE_OK;
}

static enum prepare_outcome read_card(struct preparing *preparing)
{
    const char *card = invocation_value(preparing->invocation, "card", 0);
    struct http_request request = {.method = "POST", .path = "/identity/card"};
    struct reply reply;
    json_t *body;
    char *text;

    if (!card)
        return PREPARE_OK;
    body = json_pack("{s:s}", "text", card);
    text = json_dumps(body, JSON_COMPACT);
    json_decref(body);
    if (!text)
        return complain(preparing, (struct said){"--card không đọc được", "--card cannot be read"},
                        card);
    request.body = text;
    exchange_ask(preparing->exchange, &request, &reply);
    free(text);
    if (!reply_ok(&reply)) {
        *preparing->refusal = reply;
        return PREPARE_REFUSED;
    }
    preparing->prepared->card = json_incref(reply.json);
    reply_release(&reply);
    return PREPARE_OK;
}

/* Whose papers: of --procedure, of --file, or of the dossier that is changed. */
static enum prepare_outcome procedure_code(struct preparing *preparing, struct text *out_code)
{
    const char *code = invocation_value(preparing->invocation, "procedure", 0);
    const char *dossier = invocation_value(preparing->invocation, "dossier", 0);
    enum prepare_outcome outcome = PREPARE_OK;
    struct reply reply = {0};
    struct text path;

    if (!code)
        code = json_text_at(preparing->prepared->file, "procedure");
    text_init(&path);
    if (!code && dossier) {
        text_printf(&path, "/dossiers/%s", dossier);
        outcome = ask(preparing, path.data ? path.data : "/dossiers", &reply);
        if (outcome == PREPARE_OK)
            code = json_text_at(reply.json, "procedure");
    }
    if (code)
        body_percent(out_code, code);
    if (outcome == PREPARE_OK)
        reply_release(&reply);
    text_release(&path);
    return outcome;
}

static enum prepare_outcome read_procedure(struct preparing *preparing)
{
    enum prepare_outcome outcome;
    struct text code, path;
    struct reply reply;

    if (!invocation_value(preparing->invocation, "paper", 0))
        return PREPARE_OK;
    text_init(&code);
    text_init(&path);
    outcome = procedure_code(preparing, &code);
    if (outcome == PREPARE_OK && code.length == 0)
        outcome = complain(preparing, (struct said){"--paper cần", "--paper needs"}, "--procedure");
    if (outcome == PREPARE_OK) {
        text_printf(&path, "/procedures/%s", code.data);
        outcome = ask(preparing, path.data ? path.data : "/procedures", &reply);
    }
    if (outcome == PREPARE_OK) {
        preparing->prepared->procedure = json_incref(reply.json);
        reply_release(&reply);
    }
    text_release(&code);
    text_release(&path);
    return outcome;
}

/* ---- the version ------------------------------------------------------------------------------
 */

/* The resource is the path up to its first parameter: /dossiers/{dossier} of .../accept. */
static enum prepare_outcome read_version(struct preparing *preparing)
{
    struct prepared *prepared = preparing->prepared;
    const char *version = preparing->invocation->version;
    enum prepare_outcome outcome;
    struct text path;
    struct reply reply;
    char *end;

    if (!(preparing->invocation->command->bits & COMMAND_VERSIONED))
        return PREPARE_OK;
    if (version) {
        snprintf(prepared->if_match, sizeof prepared->if_match, "\"%s\"", version);
        return PREPARE_OK;
    }
    text_init(&path);
    body_path(preparing->invocation, &path);
    end = path.data ? strchr(path.data + 1, '/') : NULL;
    end = end ? strpbrk(end + 1, "/?") : NULL;
    if (end)
        *end = '\0';
    outcome = ask(preparing, path.data ? path.data : "/", &reply);
    text_release(&path);
    if (outcome != PREPARE_OK)
        return outcome;
    memcpy(prepared->if_match, reply.etag, sizeof prepared->if_match);
    reply_release(&reply);
    return PREPARE_OK;
}

enum prepare_outcome prepare(struct exchange *exchange, struct invocation *invocation,
                             struct prepared *out_prepared, struct reply *out_reply,
                             char out_complaint[COMPLAINT_SIZE])
{
    struct preparing preparing = {exchange, invocation, out_prepared, out_reply, out_complaint};
    enum prepare_outcome outcome;

    *out_prepared = (struct prepared){0};
    outcome = read_file(&preparing);
    if (outcome == PREPARE_OK)
        outcome = find_references(&preparing);
    if (outcome == PREPARE_OK)
        outcome = read_card(&preparing);
    if (outcome == PREPARE_OK)
        outcome = read_procedure(&preparing);
    if (outcome == PREPARE_OK)
        outcome = read_version(&preparing);
    return outcome;
}

void prepared_release(struct prepared *prepared)
{
    json_decref(prepared->file);
    text_release(&prepared->bytes);
    json_decref(prepared->procedure);
    json_decref(prepared->card);
}
