#include "api/dossier_input.h"

#include <stdio.h>
#include <string.h>

#include "domain/payment_method.h"

static const char *const kinds[] = {"citizen", "business", "agency", "organisation", "other", NULL};
static const char *const sexes[] = {"male", "female", NULL};
static const char *const papers[] = {"card",  "vneid", "passport", "birth_certificate",
                                     "other", NULL};
static const char *const forms[] = {"form", "original", "copy", "present", "data", NULL};
static const char *const exceptions[] = {"oversize", "bound", "object", "secret", NULL};
#define X(name, word, printed, online) (word),
static const char *const methods[] = {PAYMENT_METHOD_MAP(X) NULL};
#undef X
static const char *const modes[] = {"before", "after", NULL};
static const char *const receivers[] = {"applicant", "representative", "other", NULL};

/* One of `words`, copied; "" when it is absent. */
static void word(struct input *in, const char *key, bool required, const char *const *words,
                 char *out, size_t size)
{
    const int index = input_word(in, key, required, words);

    snprintf(out, size, "%s", index < 0 ? "" : words[index]);
}

void input_file(struct input *in, const char *key, bool required, char *out, size_t size)
{
    static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static const char all[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-";

    input_text(in, key, required, out, size);
    if (!out[0] || (strchr(letters, out[0]) && strspn(out, all) == strlen(out)))
        return;
    out[0] = '\0';
    input_fault(in, key, ERR_BAD_VALUE);
}

void input_acting_reason(struct input *in, struct command *command)
{
    char reason[501];

    input_free_text(in, "acting_reason", reason, sizeof reason);
    if (reason[0])
        memcpy(command->acting_reason, reason, sizeof reason);
}

/* ---- people ------------------------------------------------------------------------------------
 */

void input_applicant(struct input *in, const char *key, struct dossier_person *out)
{
    struct input person = input_object(in, key, true);

    if (!person.object)
        return;
    out->there = true;
    word(&person, "kind", true, kinds, out->kind, sizeof out->kind);
    input_text(&person, "full_name", true, out->full_name, sizeof out->full_name);
    input_text(&person, "personal_id", false, out->personal_id, sizeof out->personal_id);
    input_text(&person, "tax_code", false, out->tax_code, sizeof out->tax_code);
    input_text(&person, "birth_date", false, out->birth_date, sizeof out->birth_date);
    word(&person, "sex", false, sexes, out->sex, sizeof out->sex);
    input_text(&person, "address", false, out->address, sizeof out->address);
    input_text(&person, "phone", false, out->phone, sizeof out->phone);
    input_text(&person, "email", false, out->email, sizeof out->email);
    word(&person, "identity_document", false, papers, out->document, sizeof out->document);
    input_close(&person);
}

void input_representative(struct input *in, const char *key, struct dossier_person *out)
{
    struct input person = input_object(in, key, false);

    if (!person.object)
        return;
    out->there = true;
    snprintf(out->kind, sizeof out->kind, "citizen");
    input_text(&person, "full_name", true, out->full_name, sizeof out->full_name);
    input_text(&person, "personal_id", true, out->personal_id, sizeof out->personal_id);
    input_text(&person, "phone", false, out->phone, sizeof out->phone);
    input_text(&person, "address", false, out->address, sizeof out->address);
    input_text(&person, "authorisation", true, out->authorisation, sizeof out->authorisation);
    input_close(&person);
}

void input_receiver(struct input *in, const char *key, struct dossier_person *out)
{
    struct input person = input_object(in, key, true);

    if (!person.object)
        return;
    word(&person, "kind", true, receivers, out->kind, sizeof out->kind);
    input_free_text(&person, "full_name", out->full_name, sizeof out->full_name);
    input_free_text(&person, "personal_id", out->personal_id, sizeof out->personal_id);
    input_free_text(&person, "authorisation", out->authorisation, sizeof out->authorisation);
    input_close(&person);
}

/* ---- papers ------------------------------------------------------------------------------------
 */

/* {"file"} or {"exception"}, one of the two. */
static void scan(struct input *in, const char *key, bool required, char *out_file, size_t file_size,
                 char *out_exception, size_t exception_size)
{
    struct input member = input_object(in, key, required);

    if (!member.object)
        return;
    input_file(&member, "file", false, out_file, file_size);
    word(&member, "exception", false, exceptions, out_exception, exception_size);
    if (!input_has(&member, "file") == !input_has(&member, "exception"))
        input_fault(in, key, ERR_BAD_VALUE);
    input_close(&member);
}

static void document(struct input *in, struct dossier_document *out)
{
    int64_t row = 0, originals = 0, copies = 0;

    input_int(in, "row", false, 1, 100, &row);
    input_text(in, "name", true, out->name, sizeof out->name);
    word(in, "form", true, forms, out->form, sizeof out->form);
    input_int(in, "originals", true, 0, 1000, &originals);
    input_int(in, "copies", true, 0, 1000, &copies);
    input_text(in, "note", false, out->note, sizeof out->note);
    scan(in, "scan", false, out->scan_file, sizeof out->scan_file, out->exception,
         sizeof out->exception);
    out->list_row = (int)row;
    out->originals = (int)originals;
    out->copies = (int)copies;
    input_close(in);
}

int input_documents(struct input *in, const char *key, bool required,
                    struct dossier_document *out_documents)
{
    const json_t *array = input_array(in, key, required, INTAKE_DOCUMENTS_MAX);
    const size_t count = json_array_size(array);

    for (size_t i = 0; i < count; i++) {
        struct input element = input_element(in, key, array, i);

        if (element.object)
            document(&element, &out_documents[i]);
    }
    return (int)count;
}

int input_scans(struct input *in, const char *key, struct scan_in *out_scans)
{
    const json_t *array = input_array(in, key, false, SCANS_MAX);
    const size_t count = json_array_size(array);

    for (size_t i = 0; i < count; i++) {
        struct input element = input_element(in, key, array, i);
        int64_t number = 1;

        if (!element.object)
            continue;
        input_int(&element, "document", true, 1, SCANS_MAX, &number);
        scan(&element, "scan", true, out_scans[i].file, sizeof out_scans[i].file,
             out_scans[i].exception, sizeof out_scans[i].exception);
        out_scans[i].document = (int)number;
        input_close(&element);
    }
    return (int)count;
}

/* ---- fees --------------------------------------------------------------------------------------
 */

static void settlement(struct input *in, const char *key, bool required, char *out_method,
                       size_t method_size, char *out_reference, size_t reference_size)
{
    struct input member = input_object(in, key, required);

    if (!member.object)
        return;
    word(&member, "method", true, methods, out_method, method_size);
    input_text(&member, "reference", false, out_reference, reference_size);
    input_close(&member);
}

int input_fees(struct input *in, const char *key, struct dossier_fee *out_fees)
{
    const json_t *array = input_array(in, key, false, INTAKE_FEES_MAX);
    const size_t count = json_array_size(array);

    for (size_t i = 0; i < count; i++) {
        struct input element = input_element(in, key, array, i);
        struct dossier_fee *fee = &out_fees[i];

        if (!element.object)
            continue;
        input_text(&element, "line", true, fee->line, sizeof fee->line);
        input_int(&element, "amount", true, 0, INT64_C(100000000000), &fee->amount);
        fee->after = input_word(&element, "mode", false, modes) == 1;
        settlement(&element, "settled", false, fee->method, sizeof fee->method, fee->reference,
                   sizeof fee->reference);
        input_text(&element, "exemption", false, fee->exemption, sizeof fee->exemption);
        input_close(&element);
    }
    return (int)count;
}

int input_settlements(struct input *in, const char *key, struct settlement_in *out_settlements)
{
    const json_t *array = input_array(in, key, false, INTAKE_FEES_MAX);
    const size_t count = json_array_size(array);

    for (size_t i = 0; i < count; i++) {
        struct input element = input_element(in, key, array, i);
        struct settlement_in *paid = &out_settlements[i];

        if (!element.object)
            continue;
        input_text(&element, "line", true, paid->line, sizeof paid->line);
        settlement(&element, "settled", true, paid->method, sizeof paid->method, paid->reference,
                   sizeof paid->reference);
        input_close(&element);
    }
    return (int)count;
}

/* ---- requests for papers, refusals
 * --------------------------------------------------------------- */

static void items(struct input *in, struct supplement_request *out)
{
    const json_t *array = input_array(in, "items", true, ITEMS_MAX);

    out->item_count = (int)json_array_size(array);
    for (int i = 0; i < out->item_count; i++)
        input_element_text(in, "items", array, (size_t)i, out->items[i], ITEM_SIZE);
}

/* Beside the items, in their order; an empty one is none. Rule R-817. */
static void bases(struct input *in, struct supplement_request *out)
{
    const json_t *array = input_array(in, "bases", false, (size_t)out->item_count);

    for (size_t i = 0; i < json_array_size(array); i++)
        if (!json_is_string(json_array_get(array, i)) ||
            json_string_length(json_array_get(array, i)))
            input_element_text(in, "bases", array, i, out->bases[i], BASIS_SIZE);
}

void input_supplement(struct input *in, struct supplement_request *out)
{
    items(in, out);
    bases(in, out);
    input_needed_text(in, "reason", out->reason, sizeof out->reason);
    input_date(in, "supplement_by", false, &out->until);
    input_free_text(in, "override_reason", out->override_reason, sizeof out->override_reason);
}

void input_refusal(struct input *in, struct refusal_request *out)
{
    const int code = input_word(in, "reason_code", true, dossier_refusal_codes);

    out->code = code < 0 ? 0 : code;
    input_needed_text(in, "reason", out->reason, sizeof out->reason);
    input_bool(in, "refund", false, &out->refund);
}
