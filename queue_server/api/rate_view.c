#include "api/rate_view.h"

void hundredths_view(struct text *body, const char *key, int64_t hundredths)
{
    struct text value;

    text_init(&value);
    text_printf(&value, "%d.%02d", (int)(hundredths / 100), (int)(hundredths % 100));
    json_put_raw(body, key, value.data ? value.data : "null");
    text_release(&value);
}

void rate_view(struct text *body, const char *key, struct rate rate)
{
    int64_t hundredths;

    json_open_object(body, key);
    json_put_int(body, "numerator", rate.numerator);
    json_put_int(body, "denominator", rate.denominator);
    if (rate_value(rate, &hundredths))
        hundredths_view(body, "value", hundredths);
    else
        json_put_null(body, "value");
    json_close_object(body);
}
