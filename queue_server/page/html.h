/*
 * HTML that cannot carry what somebody typed.
 *
 * Pure but for memory. Markup comes from string literals of this program only, which the macro
 * below sees to at compile time; every value goes through an escape. A page has no other way to
 * write, and tests/source/check_calls.sh proves that no page takes one. Values are UTF-8, borrowed;
 * NULL writes nothing. Rule R-971.
 */
#ifndef PAGE_HTML_H
#define PAGE_HTML_H

#include "base/text.h"

/*
 * Write a literal. In it %s stands for a text, escaped for content and for attributes in double
 * quotes alike; %d for an int; %% for a percent sign. Nothing else is understood.
 *
 *     html(out, "<a href=\"/t/%s\">%s</a>", token, name);
 */
#define html(out, ...) html_write((out), "" __VA_ARGS__)
void html_write(struct text *out, const char *literal, ...) __attribute__((format(printf, 2, 3)));

/* Write a value escaped: & < > " ' become references; bytes that are not UTF-8 and control
 * characters become U+FFFD. */
void html_value(struct text *out, const char *value);

/* Write a value as a part of a path or of a query: all but letters, digits and - . _ ~ in
 * %-escapes. */
void html_path(struct text *out, const char *value);

enum { HTML_SLOTS_MAX = 3 };

/*
 * Write a sentence of the page's texts: {1} .. {3} stand for the values, escaped, {1!} for one
 * that is Vietnamese in an English sentence; what stands between [ and ] is strong. Values are
 * never looked into.
 *
 * values  HTML_SLOTS_MAX of them, NULL for none
 */
void html_sentence(struct text *out, const char *sentence,
                   const char *const values[HTML_SLOTS_MAX]);

/* The same as plain text, for titles: nothing is escaped, which is done where it is written. */
void html_phrase(struct text *out, const char *sentence, const char *const values[HTML_SLOTS_MAX]);

#endif
