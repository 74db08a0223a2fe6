#include "printer/protocol.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GENERATION_MOST = 9999 };

/* All members that any operation has; which of them may stand in a line is in the tables below. */
struct line {
    const char *op;
    struct job_fields job;
    const char *output, *destination;
    int generation, known_job;
    bool sent;
};

#define FIELD(name, member, kind, required, most)                                                  \
    {                                                                                              \
        name, kind, required, offsetof(struct line, member), most, NULL                            \
    }
#define OP_FIELD FIELD("op", op, FIELD_TEXT, true, 16)
#define ID_FIELD FIELD("id", job.id, FIELD_TEXT, true, JOB_ID_MOST)
#define JOB_FIELDS                                                                                 \
    OP_FIELD, ID_FIELD, FIELD("form", job.form, FIELD_TEXT, true, 16),                             \
        FIELD("paper", job.paper, FIELD_TEXT, false, 16),                                          \
        FIELD("copy", job.copy, FIELD_INTEGER, false, JOB_COPY_MOST),                              \
        FIELD("training", job.training, FIELD_BOOLEAN, false, 0),                                  \
        FIELD("created_at", job.created_at, FIELD_MOMENT, true, 0),                                \
        FIELD("content", job.content, FIELD_OBJECT, true, 0)
#define GENERATION_FIELD  FIELD("generation", generation, FIELD_INTEGER, false, GENERATION_MOST)
#define DESTINATION_FIELD FIELD("destination", destination, FIELD_TEXT, true, DESTINATION_MOST)

static const struct field render_fields[] = {
    JOB_FIELDS,
    FIELD("output", output, FIELD_TEXT, true, PATH_MAX - 16),
};
static const struct field print_fields[] = {
    JOB_FIELDS,
    FIELD("output", output, FIELD_TEXT, false, PATH_MAX - 16),
    DESTINATION_FIELD,
    GENERATION_FIELD,
    FIELD("job", known_job, FIELD_INTEGER, false, INT_MAX),
    FIELD("sent", sent, FIELD_BOOLEAN, false, 0),
};
static const struct field id_fields[] = {OP_FIELD, ID_FIELD, GENERATION_FIELD};
static const struct field status_fields[] = {OP_FIELD, DESTINATION_FIELD};

#define SET(table)                                                                                 \
    {                                                                                              \
        table, sizeof table / sizeof table[0], sizeof(struct line)                                 \
    }
static const struct {
    const char *name;
    struct field_set set;
} operations[] = {
    [OP_RENDER] = {"render", SET(render_fields)},
    [OP_PRINT] = {"print", SET(print_fields)},
    [OP_GO] = {"go", SET(id_fields)},
    [OP_CANCEL] = {"cancel", SET(id_fields)},
    [OP_STATUS] = {"status", SET(status_fields)},
};

static enum err refuse(struct fault *fault, const char *field, enum err err)
{
    fault->err = err;
    snprintf(fault->field, sizeof fault->field, "%s", field);
    return err;
}

static enum err find_operation(json_t *root, enum op *out_op, struct fault *fault)
{
    json_t *op = json_object_get(root, "op");

    if (!json_is_object(root))
        return refuse(fault, "", ERR_WRONG_TYPE);
    if (!op)
        return refuse(fault, "op", ERR_MISSING_FIELD);
    if (!json_is_string(op))
        return refuse(fault, "op", ERR_WRONG_TYPE);
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++)
        if (strcmp(json_string_value(op), operations[i].name) == 0) {
            *out_op = (enum op)i;
            return ERR_OK;
        }
    return refuse(fault, "op", ERR_BAD_VALUE);
}

/* So that a refusal can name the job it is about. */
static void copy_id(json_t *root, char out_id[PROTOCOL_ID_SIZE])
{
    const char *id = json_string_value(json_object_get(root, "id"));

    out_id[0] = '\0';
    if (id && strlen(id) < PROTOCOL_ID_SIZE)
        snprintf(out_id, PROTOCOL_ID_SIZE, "%s", id);
}

static enum err fill_output(struct order *order, const struct line *line, struct fault *fault)
{
    if (!line->output)
        return ERR_OK;
    if (line->output[0] != '/')
        return refuse(fault, "output", ERR_BAD_VALUE);
    order->output = strdup(line->output);
    return order->output ? ERR_OK : ERR_NO_MEMORY;
}

static enum err fill_order(struct order *order, enum op op, const struct line *line,
                           struct fault *fault)
{
    enum err err = ERR_OK;

    order->kind = op == OP_RENDER ? ORDER_RENDER : op == OP_PRINT ? ORDER_PRINT : ORDER_STATUS;
    order->generation = line->generation < 0 ? 1 : line->generation;
    order->known_job = line->known_job < 0 ? 0 : line->known_job;
    order->was_sent = line->sent;
    if (op != OP_RENDER && destination_parse(line->destination, &order->destination) != ERR_OK)
        return refuse(fault, "destination", ERR_BAD_VALUE);
    if (op != OP_STATUS)
        err = job_make(&order->job, &line->job, NULL, NULL, fault);
    if (err == ERR_OK && op == OP_PRINT && destination_is_escpos(&order->destination) &&
        !job_is_on_roll(&order->job)) /* a form does not fit on a roll */
        return refuse(fault, "destination", ERR_BAD_VALUE);
    return err == ERR_OK ? fill_output(order, line, fault) : err;
}

static enum err read_line(json_t *root, struct request *request, struct fault *fault)
{
    const struct field_set *set;
    struct order *order;
    struct line line = {0};
    enum err err = find_operation(root, &request->op, fault);

    if (err != ERR_OK)
        return err;
    order = calloc(1, sizeof *order);
    if (!order)
        return ERR_NO_MEMORY;
    set = &operations[request->op].set;
    line.generation = line.known_job = -1;
    err = fields_read(&order->job.pool, root, &set, 1, "", &line, fault);
    if (err == ERR_OK && request->op != OP_GO && request->op != OP_CANCEL)
        err = fill_order(order, request->op, &line, fault);
    request->generation = line.generation;
    if (err != ERR_OK || request->op == OP_GO || request->op == OP_CANCEL) {
        order_free(order);
        order = NULL;
    }
    request->order = order;
    return err;
}

enum err protocol_read(const char *line, size_t length, struct request *out_request,
                       struct fault *out_fault)
{
    json_t *root = json_loadb(line, length, JSON_REJECT_DUPLICATES, NULL);
    struct request request = {.generation = -1};
    enum err err;

    out_request->id[0] = '\0';
    if (!root)
        return refuse(out_fault, "", ERR_MALFORMED);
    copy_id(root, request.id);
    err = read_line(root, &request, out_fault);
    if (err == ERR_NO_MEMORY)
        refuse(out_fault, "", err);
    json_decref(root);
    if (err == ERR_OK)
        *out_request = request;
    else
        memcpy(out_request->id, request.id, sizeof request.id);
    return err;
}
