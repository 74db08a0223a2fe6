/*
 * Strict reading of a JSON object: every member has a type, a size and is either there or not;
 * what is left over is unknown. Loop thread; pure but for memory.
 *
 * Faults are collected in the call's facts with their JSON pointers, so that a person sees all of
 * them at once:
 *
 *     struct input in = input_of(call);
 *     input_text(&in, "service", true, issue->service, sizeof issue->service);
 *     err = input_end(&in);
 */
#ifndef API_INPUT_H
#define API_INPUT_H

#include "api/call.h"

enum { INPUT_POINTER_SIZE = 200, INPUT_SEEN_MAX = 40, INPUT_CODE_MAX = 40 };

struct input {
    const json_t *object; /* NULL: nothing there, every optional member is absent */
    struct refusal_facts *facts;
    char pointer[INPUT_POINTER_SIZE]; /* of the object, "" for the body itself */
    const char *seen[INPUT_SEEN_MAX];
    int seen_count;
};

/* The body of a call. */
struct input input_of(struct api_call *call);

/* Record a fault of member `key` (NULL: of the object itself). */
void input_fault(struct input *in, const char *key, enum err err);

/* True when the member is there and not null. It counts as known. */
bool input_has(struct input *in, const char *key);

/*
 * A text of 1 .. size - 1 bytes, without control characters but line ends; blanks at the ends are
 * dropped. Absent or null leaves `out` empty, which is a fault when it is required.
 */
void input_text(struct input *in, const char *key, bool required, char *out, size_t size);
/* A code of the catalogue, of 40 characters at most. One that is too long for the rows is kept as
 * "-", which no row has. */
void input_code(struct input *in, const char *key, bool required, char *out, size_t size);
/* As input_text, but an empty text is allowed, for what a rule refuses by its own name. */
void input_free_text(struct input *in, const char *key, char *out, size_t size);
/* As input_free_text, but the member must be there. */
void input_needed_text(struct input *in, const char *key, char *out, size_t size);
/* One of `words`, a list that ends with NULL; returns its index, -1 when absent or faulty. */
int input_word(struct input *in, const char *key, bool required, const char *const *words);
void input_bool(struct input *in, const char *key, bool required, bool *out);
void input_int(struct input *in, const char *key, bool required, int64_t least, int64_t most,
               int64_t *out);
/* instant_none() when absent. */
void input_instant(struct input *in, const char *key, bool required, struct instant *out);
/* False when absent. */
bool input_date(struct input *in, const char *key, bool required, struct date *out);
/* An id like t12; 0 when absent or faulty. */
int64_t input_id(struct input *in, const char *key, bool required, char letter);

/* A member that is an object; `out_member.object` is NULL when it is absent. */
struct input input_object(struct input *in, const char *key, bool required);
/* A member that is an array of at most `most` elements; NULL when absent or faulty. */
const json_t *input_array(struct input *in, const char *key, bool required, size_t most);
/* Element `index` of an array member, as an object. */
struct input input_element(struct input *in, const char *key, const json_t *array, size_t index);

/* Element `index` of an array member, as a text of 1 .. size - 1 bytes (see input_text). */
void input_element_text(struct input *in, const char *key, const json_t *array, size_t index,
                        char *out, size_t size);

/* Report what nobody asked for; to be called once for each object, children first. */
void input_close(struct input *in);
/* input_close(), then ERR_FIELDS when any fault was recorded in the call, else ERR_OK. */
enum err input_end(struct input *in);

#endif
