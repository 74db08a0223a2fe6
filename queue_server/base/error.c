#include "base/error.h"

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

int err_status(enum err err)
{
    return errors[err].status;
}

const char *err_text(enum err err, enum language language)
{
    return errors[err].text[language];
}
