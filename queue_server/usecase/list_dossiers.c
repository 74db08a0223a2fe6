#include <stdio.h>
#include <string.h>

#include "domain/permission.h"
#include "usecase/dossier_view.h"
#include "usecase/dossier_words.h"
#include "usecase/read_dossier.h"

struct page {
    struct list_dossiers *list;
    struct store_tx *tx;
};

static void put(const struct dossier_record *record, void *data)
{
    struct page *page = data;
    struct list_dossiers *list = page->list;

    if (list->count == list->limit) {
        list->more = true;
        return;
    }
    list->count++;
    dossier_view_summary(page->tx, &list->items, NULL, record, list->command.now);
    list->last = record->id;
    list->last_late = record->late_at;
}

static const char *or_null(const char *text)
{
    return text[0] ? text : NULL;
}

void dossier_scope_of(const struct actor *actor, const char **out_unit, const char **out_account)
{
    const bool narrow = permission_dossier_scope(actor->roles) == SCOPE_UNIT;

    *out_unit = !narrow ? NULL : actor->unit[0] ? actor->unit : "?"; /* "?" is no unit */
    *out_account = narrow ? actor->code : NULL;
}

enum err list_dossiers_run(struct store_tx *tx, struct command *command)
{
    struct list_dossiers *list = container_of(command, struct list_dossiers, command);
    struct page page = {.list = list, .tx = tx};
    struct searched_words words;
    struct dossier_filter filter = {.state = or_null(list->state),
                                    .unit = or_null(list->unit),
                                    .officer = or_null(list->officer),
                                    .procedure = or_null(list->procedure),
                                    .field = or_null(list->field),
                                    .code = or_null(list->code),
                                    .pending = or_null(list->pending),
                                    .from = instant_none(),
                                    .to = instant_none(),
                                    .now = instant_floor(command->now),
                                    .before = list->before,
                                    .by_due = list->by_due, /* */
                                    .late_after = list->late_after,
                                    .limit = list->limit + 1};
    const char *search = list->search[0] ? list->search : list->code;

    if (list->from.day)
        filter.from = instant_on_date(list->from, 0);
    if (list->to.day)
        filter.to = instant_on_date(date_plus(list->to, 1), 0);
    dossier_scope_of(&command->actor, &filter.scope_unit, &filter.scope_account);
    if (search[0] && !dossier_words_find(search, &words, &filter))
        return ERR_OK; /* nothing can agree */
    dossier_rows_list(tx, &filter, put, &page);
    if (!list->items.failed)
        return ERR_OK;
    text_release(&list->items);
    return ERR_NO_MEMORY;
}
