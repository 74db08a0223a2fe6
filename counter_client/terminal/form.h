/*
 * A form: fields one below the other, one of them has the focus. Lines of text, secrets, and
 * choices from a short list. Pure but for memory and the locale (cells.h).
 */
#ifndef TERMINAL_FORM_H
#define TERMINAL_FORM_H

#include <jansson.h>
#include <stdbool.h>

#include "counter_client/terminal/line_edit.h"
#include "counter_client/terminal/words.h"

enum { FIELDS_MAX = 16, FIELD_NAME_SIZE = 64, CHOICE_SIZE = 64, CHOICE_TEXT_SIZE = 200 };

/* FIELD_DATE: typed and shown as 15/08/1990, sent as 1990-08-15; what is no such date, a year alone
 * for one, is sent as it was typed. */
enum field_kind { FIELD_TEXT, FIELD_SECRET, FIELD_CHOICE, FIELD_DATE, FIELD_NUMBER, FIELD_ROW };

struct choice {
    char value[CHOICE_SIZE];     /* what is sent; empty: the field is left out */
    char text[CHOICE_TEXT_SIZE]; /* what is shown */
};

struct field {
    enum field_kind kind;
    struct said label;
    char name[FIELD_NAME_SIZE]; /* in the JSON, dots go deeper; "items[]" adds to a list */
    struct line_edit line;
    struct choice *choices; /* owned; FIELD_CHOICE */
    int choice_count, chosen;
};

struct form {
    struct field fields[FIELDS_MAX];
    int count, focus;
};

void form_init(struct form *form);
void form_release(struct form *form);

/* Add a field; NULL when there is no room. `name` is copied. */
struct field *form_add(struct form *form, enum field_kind kind, struct said label,
                       const char *name);

/* Add a choice to the last field added by form_add; false when memory ran out. */
bool form_add_choice(struct form *form, const char *value, const char *text);
/* Add the words of a vocabulary as choices. */
bool form_add_words(struct form *form, enum vocabulary vocabulary, enum language language);

/*
 * A key goes to the field with the focus: Tab, Up, Down move, Left, Right and Space choose, the
 * rest edits. False when the form has no use for the key.
 */
bool form_key(struct form *form, struct input_key key);

/* The field's value: its text as typed, or its chosen value. NULL for a name that the form does not
 * have. */
const char *form_value(const struct form *form, const char *name);
/* Set a field: text, the value of a choice, a date as it is sent. False when it has no such value.
 */
bool form_set(struct form *form, const char *name, const char *value);

/* Put every field that is not empty into `body`. False when memory ran out. */
bool form_fill(const struct form *form, json_t *body);

/*
 * Move the focus to the field that a JSON Pointer of a refusal names ("/applicant/personal_id").
 * Returns the field, NULL when it is none of this form.
 */
const struct field *form_point(struct form *form, const char *pointer);

#endif
