#include "command/refusal.h"

#include <stdio.h>

#include "base/user_language.h"

void refusal_say(const char *command, const char *what, enum err err)
{
    fprintf(stderr, "queue_server %s: %s: %s (%s)\n", command, what, err_text(err, user_language()),
            err_code(err));
}

void refusal_say_answer(const char *command, const char *what, const json_t *answer)
{
    const char *code = json_string_value(json_object_get(answer, "code"));
    const char *message = json_string_value(json_object_get(answer, "message"));
    enum err err;

    if (code && err_from_code(code, &err))
        refusal_say(command, what, err);
    else /* a server of another version may know errors that this program does not */
        fprintf(stderr, "queue_server %s: %s: %s\n", command, what, code ? code : "?");
    if (message && message[0])
        fprintf(stderr, "%s\n", message);
}
