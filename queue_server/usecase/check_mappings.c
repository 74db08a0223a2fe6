#include "usecase/check_mappings.h"

#include <string.h>

#include "base/random.h"
#include "store/import_mapping_rows.h"

/* Does the event have the digest of the document? */
static bool agrees(const struct event *event, const struct text *document)
{
    char shown[DIGEST_TEXT_SIZE];
    uint8_t bytes[DIGEST_SIZE];

    if (document->failed || !document->data)
        return false;
    digest(document->data, document->length, bytes);
    digest_text(bytes, shown);
    return strstr(event->data, shown) != NULL;
}

void check_mappings_note(struct check_mappings *mappings, const struct event *event)
{
    struct import_mapping stored;

    if (strcmp(event->kind, "import_mapping_saved") != 0)
        return;
    if (!import_mapping_rows_get(mappings->tx, event->subject, &stored)) {
        check_fault(mappings->faults, "mapping %s: is not there, row %lld of the log saved it",
                    event->subject, (long long)event->seq);
        return;
    }
    if (stored.stamp.version == event->seq) {
        mappings->saved++;
        if (!agrees(event, &stored.document))
            check_fault(mappings->faults, "mapping %s: is not the document that the log tells of",
                        event->subject);
    }
    text_release(&stored.document);
}

int64_t check_mappings_compare(struct check_mappings *mappings)
{
    const int64_t count = import_mapping_rows_each(mappings->tx, NULL, NULL);

    if (count != mappings->saved)
        check_fault(mappings->faults, "mappings: %lld are stored, the log tells of %lld",
                    (long long)count, (long long)mappings->saved);
    return count;
}
