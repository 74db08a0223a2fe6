#include "usecase/print_journal.h"

#include <string.h>

#include "usecase/dossier_work.h"
#include "usecase/ticket_view.h"

void print_view(struct text *text, const char *key, const struct print_record *record)
{
    char id[TICKET_ID_SIZE];

    opaque_id('p', record->id, id);
    json_open_object(text, key);
    json_put_string(text, "id", id);
    json_put_string(text, "form", record->form);
    json_put_string(text, "paper", record->paper);
    json_put_string(text, "subject", record->subject);
    json_put_string(text, "state", print_state_name(record->state));
    json_put_int(text, "copy", record->copy);
    json_put_string_or_null(text, "printer", record->printer);
    json_put_instant(text, "created_at", record->created_at);
    json_put_string_or_null(text, "message", record->message);
    json_close_object(text);
}

const char *print_site(const struct catalogue *catalogue, const struct print_record *record)
{
    for (int i = 0; i < catalogue->printer_count; i++) {
        const struct printer_row *printer = &catalogue->printers[i];

        if (strcmp(printer->destination, record->printer) == 0 &&
            strcmp(printer->paper, record->paper) == 0)
            return printer->site;
    }
    const int only = catalogue_only_site(catalogue);

    return only == QUEUE_NONE ? NULL : catalogue->sites[only].code;
}

void print_journal_why(struct text *why, const char *name, const char *text)
{
    if (!text[0])
        return;
    json_open_object(why, NULL);
    json_put_string(why, name, text);
    json_close_object(why);
}

void print_journal_tell(struct store_tx *tx, struct command *command,
                        const struct print_record *record, const char *kind, const char *why)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", print_site(command->catalogue, record));
    print_view(&data, "print_job", record);
    if (why)
        json_put_raw(&data, "why", why);
    json_close_object(&data);
    opaque_id('p', record->id, subject);
    command_event(tx, command, kind, subject, "", &data);
    text_release(&data);
}

/* A report told its maker what he may see: he reads it, and who may see all of the centre. R-945.
 * The book is of all of the centre: who may see one sees each. */
static enum err check_report_reader(const struct command *command,
                                    const struct print_record *record)
{
    const struct actor *actor = &command->actor;
    const bool mine = actor->kind == ACTOR_PERSON && strcmp(actor->code, record->created_by) == 0;
    if (strcmp(record->form, "07") == 0)
        return permission_check(PERMISSION_BOOK_READ, actor->roles) == GRANT_OWN ? ERR_OK
                                                                                 : ERR_FORBIDDEN;
    const bool reports = permission_check(PERMISSION_REPORT_READ, actor->roles) == GRANT_OWN;

    return reports && (mine || permission_dossier_scope(actor->roles) >= SCOPE_CENTRE)
               ? ERR_OK
               : ERR_FORBIDDEN;
}

/* Rule R-659. */
enum err print_check_reader(struct store_tx *tx, struct command *command,
                            const struct print_record *record)
{
    struct dossier_work *work;
    enum err err;

    if (command->actor.kind == ACTOR_SYSTEM)
        return ERR_OK;
    if (record->subject[0] == 'r')
        return check_report_reader(command, record);
    if (record->subject[0] != 'd')
        return ERR_OK;
    work = dossier_work_new(tx, command);
    err = work ? dossier_work_load(work, opaque_id_parse('d', record->subject)) : ERR_NO_MEMORY;
    if (err == ERR_NOT_FOUND || (err == ERR_OK && !dossier_work_may_read(work)))
        err = ERR_FORBIDDEN;
    dossier_work_free(work);
    return err;
}
