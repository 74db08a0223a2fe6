#include "usecase/check_in.h"

#include <string.h>

#include "usecase/dossier_view.h"
#include "usecase/read_dossier.h"

const char *check_in_outcome_name(enum check_in_outcome outcome)
{
    switch (outcome) {
    case CHECK_IN_ISSUED:
        return "issued";
    case CHECK_IN_AGAIN:
        return "again";
    case CHECK_IN_NOT_READY:
        return "not_ready";
    case CHECK_IN_RETURNED:
        return "returned";
    case CHECK_IN_OVER:
        return "over";
    }
    return "";
}

/* What a holder who comes now may expect of a dossier in this state. */
static enum check_in_outcome outcome_of(enum dossier_state state)
{
    if (state == DOSSIER_RESULT_READY)
        return CHECK_IN_ISSUED;
    if (state == DOSSIER_RETURNED)
        return CHECK_IN_RETURNED;
    return state == DOSSIER_REFUSED || state == DOSSIER_STOPPED ? CHECK_IN_OVER
                                                                : CHECK_IN_NOT_READY;
}

/* The dossier, by its code and secret; its holder's view is written. */
static enum err find_dossier(struct store_tx *tx, struct check_in *check, int64_t *out_id)
{
    struct dossier_work *work = dossier_work_new(tx, &check->issue.command);
    enum err err;

    if (!work)
        return ERR_NO_MEMORY;
    err = look_up_dossier_find(tx, check->code, check->secret, &work->record);
    if (err == ERR_OK)
        err = dossier_work_load(work, work->record.id);
    if (err == ERR_OK) {
        text_init(&check->dossier);
        dossier_view_public(work, &check->dossier);
        check->outcome = outcome_of(work->record.dossier.state);
        *out_id = work->record.id;
    }
    dossier_work_free(work);
    return err;
}

/* Today's ticket for the dossier that is still open. */
static bool find_ticket(struct store_tx *tx, struct check_in *check, int64_t dossier)
{
    struct issue_ticket *issue = &check->issue;
    struct catalogue *catalogue = issue->command.catalogue;
    const int64_t id = ticket_rows_of_dossier(tx, dossier, date_of_instant(issue->command.now));

    if (!id || !ticket_rows_get(tx, id, catalogue_rules, catalogue, &issue->record))
        return false;
    issue->rules = catalogue_rules(issue->record.site, catalogue);
    return true;
}

enum err check_in_run(struct store_tx *tx, struct command *command)
{
    struct check_in *check =
        container_of(container_of(command, struct issue_ticket, command), struct check_in, issue);
    const int service = command->catalogue->result_service;
    int64_t dossier = 0;
    enum err err = find_dossier(tx, check, &dossier);

    if (err != ERR_OK || check->outcome != CHECK_IN_ISSUED)
        return err;
    if (find_ticket(tx, check, dossier)) {
        check->outcome = CHECK_IN_AGAIN;
        return ERR_OK;
    }
    err = service == QUEUE_NONE ? ERR_UNKNOWN_SERVICE : ERR_OK;
    if (err == ERR_OK) {
        memcpy(check->issue.service, command->catalogue->services[service].code,
               sizeof check->issue.service);
        check->issue.dossier = dossier;
        err = issue_ticket_run(tx, command);
    }
    if (err != ERR_OK)
        text_release(&check->dossier);
    return err;
}
