#include "domain/payment_method.h"

#include <string.h>

static const struct {
    const char *name, *printed;
    bool online;
} methods[] = {
#define X(name, word, printed, online) [PAYMENT_##name] = {word, printed, online},
    PAYMENT_METHOD_MAP(X)
#undef X
};

const char *payment_method_name(enum payment_method method)
{
    return methods[method].name;
}

const char *payment_method_printed(enum payment_method method)
{
    return methods[method].printed;
}

bool payment_method_is_online(enum payment_method method)
{
    return methods[method].online;
}

bool payment_method_from_name(const char *name, enum payment_method *out_method)
{
    for (int i = 0; i < PAYMENT_METHOD_COUNT; i++)
        if (strcmp(methods[i].name, name) == 0) {
            *out_method = (enum payment_method)i;
            return true;
        }
    return false;
}
