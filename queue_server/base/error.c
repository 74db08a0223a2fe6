#include "base/error.h"

#include <string.h>

static const struct {
    const char *code;
    int status;
    const char *text[2];
} errors[ERR_COUNT] = {
#define X(name, code, status, vi, en) [name] = {(code), (status), {(vi), (en)}},
    ERR_MAP(X)
#undef X
};

const char *err_code(enum err err)
{
    return errors[err].code;
}

bool err_from_code(const char *code, enum err *out_err)
{
    for (int err = 0; err < ERR_COUNT; err++)
        if (strcmp(errors[err].code, code) == 0) {
            *out_err = (enum err)err;
            return true;
        }
    return false;
}

int err_status(enum err err)
{
    return errors[err].status;
}

const char *err_text(enum err err, enum language language)
{
    return errors[err].text[language];
}
