#include "usecase/stop_notes.h"

#include <jansson.h>
#include <string.h>

const char *const withdrawal_ways[] = {"in_person", "written", "post", "online", "phone", NULL};

static const char *const words[] = {
    "trực tiếp tại Trung tâm",
    "văn bản đề nghị",
    "gửi qua dịch vụ bưu chính",
    "trực tuyến trên Cổng Dịch vụ công quốc gia",
    "qua điện thoại",
};

void stop_note_keep(struct dossier_note *note, struct text *items, const char *value)
{
    if (!value[0])
        return;
    json_open_array(items, NULL);
    json_put_string(items, NULL, value);
    json_close_array(items);
    note->items = items->data;
}

static int index_of(const char *way)
{
    for (int i = 0; withdrawal_ways[i]; i++)
        if (strcmp(way, withdrawal_ways[i]) == 0)
            return i;
    return -1;
}

const char *withdrawal_way_of(const struct dossier_note *note)
{
    json_t *kept = note->items ? json_loads(note->items, 0, NULL) : NULL;
    const char *value = json_string_value(json_array_get(kept, 0));
    const int found = value ? index_of(value) : -1;

    json_decref(kept);
    return found < 0 ? "" : withdrawal_ways[found];
}

const char *withdrawal_way_words(const char *way)
{
    const int found = index_of(way);

    return found < 0 ? NULL : words[found];
}
