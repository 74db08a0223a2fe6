#include "usecase/receipt_paper.h"

#include <stdio.h>

#include "base/vietnamese_money.h"
#include "domain/payment_method.h"
#include "usecase/dossier_paper.h"
#include "usecase/payment_setup.h"

static const char *method_words(const char *name)
{
    enum payment_method method;

    return payment_method_from_name(name, &method) ? payment_method_printed(method) : name;
}

static void put_lines(struct text *text, const struct receipt_seen *seen)
{
    json_open_array(text, "lines");
    for (int i = 0; i < seen->line_count; i++) {
        const struct receipt_line *line = &seen->lines[i];
        char digits[MONEY_DIGITS_SIZE] = "";

        vietnamese_money_digits(line->amount, digits);
        json_open_object(text, NULL);
        json_put_string(text, "line", line->line);
        json_put_string(text, "method", method_words(line->method));
        json_put_string(text, "amount", digits);
        json_close_object(text);
    }
    json_close_array(text);
}

static void put_sum(struct text *text, int64_t total)
{
    char digits[MONEY_DIGITS_SIZE] = "", words[MONEY_WORDS_SIZE] = "";

    vietnamese_money_digits(total, digits);
    vietnamese_money_words(total, words);
    json_put_string(text, "total", digits);
    json_put_string(text, "words", words);
}

void receipt_paper_print(struct dossier_work *work, const struct receipt_seen *seen)
{
    const struct receipt_record *record = &seen->record;
    const struct actor *actor = &work->command->actor;
    struct payment_setup setup = {.tax_code = ""};
    char number[24];
    struct text text;

    payment_setup_load(work->tx, &setup); /* it was loaded for the number just now */
    text_init(&text);
    json_open_object(&text, NULL);
    dossier_paper_head(&text, work);
    json_put_string(&text, "series", record->series);
    snprintf(number, sizeof number, "%07lld", (long long)record->number);
    json_put_string(&text, "receipt_number", number);
    json_put_string_or_null(&text, "tax_code", setup.tax_code);
    json_put_string(&text, "payer", record->payer);
    json_put_string_or_null(&text, "address", work->people[PART_APPLICANT].address);
    json_put_string(&text, "procedure", work->procedure.name);
    put_lines(&text, seen);
    put_sum(&text, record->total);
    json_put_instant(&text, "collected_at", record->issued_at);
    json_put_string(&text, "collector", actor->name[0] ? actor->name : actor->code);
    json_close_object(&text);
    dossier_paper_queue(work, record->id, "fee", "a5", &text);
    text_release(&text);
}
