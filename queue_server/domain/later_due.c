#include "domain/later_due.h"

bool deadline_is_later(const struct deadline *first, const struct deadline *second)
{
    return first->outcome != DEADLINE_NONE && second->outcome != DEADLINE_NONE &&
           instant_before(first->due, second->due);
}

/* Rules. */
enum err later_due(const struct calendar *accepted, const struct calendar *in_force,
                   const struct deadline_request *request, struct deadline *out_deadline)
{
    struct deadline first, second;
    const enum err err = deadline_compute(accepted, request, &first);

    if (accepted == in_force || deadline_compute(in_force, request, &second) != ERR_OK) {
        if (err == ERR_OK)
            *out_deadline = first;
        return err;
    }
    *out_deadline = err == ERR_OK && !deadline_is_later(&first, &second) ? first : second;
    return ERR_OK;
}

struct due due_of_deadline(const struct deadline *deadline)
{
    if (deadline->outcome == DEADLINE_NONE)
        return (struct due){.kind = DUE_NONE};
    return (struct due){.kind = deadline->day_limit ? DUE_DAY : DUE_TIME,
                        .at = deadline->due,
                        .day = deadline->due_day};
}
