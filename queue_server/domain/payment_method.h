/*
 * How a fee is paid. Pure. The national portal and the gateway of the province count as paid
 * online, a transfer or a card does not (QĐ 766/QĐ-TTg). Source: domain 4.8. Rule R-427.
 */
#ifndef DOMAIN_PAYMENT_METHOD_H
#define DOMAIN_PAYMENT_METHOD_H

#include <stdbool.h>

/* words of the store and the API, as a receipt prints it, counts as paid online? */
#define PAYMENT_METHOD_MAP(X)                                                                      \
    X(CASH, "cash", "tiền mặt", false)                                                             \
    X(TRANSFER, "transfer", "chuyển khoản", false)                                                 \
    X(CARD, "card", "thẻ", false)                                                                  \
    X(NATIONAL_PORTAL, "national_portal", "Cổng Dịch vụ công quốc gia", true)                      \
    X(PROVINCE_GATEWAY, "province_gateway", "cổng thanh toán của tỉnh", true)

enum payment_method {
#define X(name, word, printed, online) PAYMENT_##name,
    PAYMENT_METHOD_MAP(X)
#undef X
        PAYMENT_METHOD_COUNT
};

/* "cash" ...; static. */
const char *payment_method_name(enum payment_method method);
/* "tiền mặt" ...; static. */
const char *payment_method_printed(enum payment_method method);
/* Does it count as paid online? */
bool payment_method_is_online(enum payment_method method);
/* False for another word. */
bool payment_method_from_name(const char *name, enum payment_method *out_method);

#endif
