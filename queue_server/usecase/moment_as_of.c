#include "usecase/moment_as_of.h"

#include <string.h>

#include "store/dossier_correction_rows.h"

struct search {
    char name[DOSSIER_MOMENT_NAME_SIZE];
    struct instant at;
    int64_t first; /* seq of the first approval after `at`; 0: none */
    struct instant found;
};

/* What the first correction after that instant replaced was known then. */
static void look(const struct dossier_correction *correction, void *data)
{
    struct search *search = data;

    if (!correction->approved_seq || strcmp(correction->field, search->name) != 0 ||
        !instant_before(search->at, correction->approved_at) ||
        (search->first && search->first < correction->approved_seq))
        return;
    if (instant_parse(correction->old_value, strlen(correction->old_value), &search->found) ==
        ERR_OK)
        search->first = correction->approved_seq;
}

struct instant moment_as_of(struct store_tx *tx, int64_t id, const struct dossier_moment *moment,
                            struct instant now, struct instant at)
{
    struct search search = {.at = at};

    dossier_moment_name(moment, search.name);
    dossier_corrections_each(tx, id, look, &search);
    return search.first ? search.found : now;
}
