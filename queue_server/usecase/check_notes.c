#include "usecase/check_notes.h"

#include <string.h>

#include "store/apart_rows.h"

static const struct {
    const char *kind, *action;
} checked[CHECKED_NOTES] = {{"refusal", "refuse"},
                            {"supplement", "request_supplement"},
                            {"approval", "correct"},
                            {"reopening", "reopen"}};

void check_notes_told(struct check_notes *notes, const char *action)
{
    for (int i = 0; i < CHECKED_NOTES; i++)
        notes->told[i] += strcmp(action, checked[i].action) == 0;
}

static void keep(const char *kind, int64_t amount, void *data)
{
    struct check_notes *notes = data;

    for (int i = 0; i < CHECKED_NOTES; i++)
        if (strcmp(kind, checked[i].kind) == 0)
            notes->kept[i] = amount;
}

void check_notes_compare(struct check_notes *notes, struct store_tx *tx,
                         struct check_faults *faults)
{
    apart_rows_note_kinds(tx, keep, notes);
    for (int i = 0; i < CHECKED_NOTES; i++)
        if (notes->kept[i] != notes->told[i])
            check_fault(faults, "notes of kind %s: %lld, the log tells of %lld", checked[i].kind,
                        (long long)notes->kept[i], (long long)notes->told[i]);
}
