#include "usecase/check_people.h"

#include <string.h>

#include "store/person_merge_rows.h"

void check_people_note(struct check_people *people, const struct event *event)
{
    people->merged += strcmp(event->kind, "person_merged") == 0;
    people->undone += strcmp(event->kind, "person_merge_undone") == 0;
}

int64_t check_people_compare(struct check_people *people)
{
    struct check_faults *faults = people->faults;
    struct person_count count;
    struct merge_count merges;

    person_rows_count(people->tx, &count);
    person_merge_rows_count(people->tx, &merges);
    if (count.unlinked)
        check_fault(faults, "people: %lld of the dossiers' people are not in the register",
                    (long long)count.unlinked);
    if (count.faulty)
        check_fault(faults, "people: the merges of %lld records do not end at one that stands",
                    (long long)count.faulty);
    if (merges.merges != people->merged || merges.undone != people->undone)
        check_fault(faults, "people: %lld merges, %lld undone; the log tells of %lld and %lld",
                    (long long)merges.merges, (long long)merges.undone, (long long)people->merged,
                    (long long)people->undone);
    if (merges.faulty || merges.merges - merges.undone != count.merged)
        check_fault(faults, "people: %lld records are merged, %lld merges hold, %lld disagree",
                    (long long)count.merged, (long long)(merges.merges - merges.undone),
                    (long long)merges.faulty);
    return count.records;
}
