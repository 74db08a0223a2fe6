#include "usecase/supplement_items.h"

#include <jansson.h>
#include <string.h>

void supplement_items_keep(struct text *items, const struct supplement_request *request)
{
    json_open_array(items, NULL);
    for (int i = 0; i < request->item_count; i++) {
        if (!request->bases[i][0]) {
            json_put_string(items, NULL, request->items[i]);
            continue;
        }
        json_open_object(items, NULL);
        json_put_string(items, "text", request->items[i]);
        json_put_string(items, "basis", request->bases[i]);
        json_close_object(items);
    }
    json_close_array(items);
}

static void put_text(struct text *text, const char *item, const char *basis)
{
    (void)basis;
    json_put_string(text, NULL, item);
}

static void put_basis(struct text *text, const char *item, const char *basis)
{
    (void)item;
    json_put_string(text, NULL, basis);
}

static void put_row(struct text *text, const char *item, const char *basis)
{
    json_open_object(text, NULL);
    json_put_string(text, "text", item);
    if (basis[0])
        json_put_string(text, "basis", basis);
    json_close_object(text);
}

static void put_each(struct text *text, const char *key, const char *kept,
                     void (*put)(struct text *text, const char *item, const char *basis))
{
    json_t *items = kept ? json_loads(kept, 0, NULL) : NULL, *item;
    size_t i;

    json_open_array(text, key);
    json_array_foreach(items, i, item)
    {
        const char *basis = json_string_value(json_object_get(item, "basis"));

        put(text, json_string_value(json_is_object(item) ? json_object_get(item, "text") : item),
            basis ? basis : "");
    }
    json_close_array(text);
    text->failed = text->failed || (kept && !items);
    json_decref(items);
}

void supplement_items_texts(struct text *text, const char *key, const char *kept)
{
    put_each(text, key, kept, put_text);
}

void supplement_items_bases(struct text *text, const char *key, const char *kept)
{
    put_each(text, key, kept, put_basis);
}

void supplement_items_rows(struct text *text, const char *key, const char *kept)
{
    put_each(text, key, kept, put_row);
}
