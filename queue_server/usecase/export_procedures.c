#include "usecase/export_procedures.h"

#include "store/procedure_rows.h"

struct writing {
    struct text *document;
    int count;
};

/* One row a line, so that two exports can be compared. */
static void put_row(const char *document, void *data)
{
    struct writing *writing = data;

    text_add(writing->document, writing->count++ ? ",\n" : "\n");
    text_add(writing->document, document);
}

int export_procedures_write(struct store_tx *tx, struct text *out_document)
{
    struct writing writing = {.document = out_document};

    text_add(out_document, "{\"procedures\": [");
    procedure_rows_current(tx, put_row, &writing);
    text_add(out_document, "\n]}\n");
    return writing.count;
}

enum err export_procedures_run(struct store_tx *tx, struct command *command)
{
    struct export_procedures *export = container_of(command, struct export_procedures, command);

    export_procedures_write(tx, &export->document);
    return export->document.failed ? ERR_NO_MEMORY : ERR_OK;
}
