#include "usecase/dossier_forms.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/vietnamese_money.h"
#include "domain/phone.h"
#include "store/shared_rows.h"
#include "usecase/agency_plan.h"
#include "usecase/stop_notes.h"
#include "usecase/supplement_items.h"

enum { SHORT_CHARACTERS = 80, NAME_CHARACTERS = 250 }; /* as the printer's fields take them */

/* A text of at most `most` characters, longer ones are cut; "" is null. */
static void put_cut(struct text *text, const char *key, const char *value, int most)
{
    struct text cut;
    size_t end = 0;

    for (int characters = 0; value[end]; end++)
        if (((unsigned char)value[end] & 0xc0) != 0x80 && characters++ == most)
            break;
    text_init(&cut);
    text_add_bytes(&cut, value, end);
    json_put_string_or_null(text, key, cut.data ? cut.data : "");
    text->failed = text->failed || cut.failed;
    text_release(&cut);
}

void dossier_form_setting(struct text *text, const char *key, struct store_tx *tx, const char *name,
                          const char *otherwise)
{
    struct text value;

    text_init(&value);
    if (setting_get(tx, name, &value) && value.length)
        json_put_string(text, key, value.data);
    else
        json_put_string_or_null(text, key, otherwise);
    text_release(&value);
}

/* ---- head ------------------------------------------------------------------------------------ */

void dossier_form_number(struct text *text, struct store_tx *tx, struct instant now,
                         const char *form, const char *suffix)
{
    const int year = date_civil(date_of_instant(now)).year;
    char series[16], number[48];

    snprintf(series, sizeof series, "form/%s", form);
    snprintf(number, sizeof number, "%02lld/%d%s", (long long)series_next(tx, series, year), year,
             suffix);
    json_put_string(text, "number", number);
}

static void put_number(struct text *text, struct dossier_work *work, const char *form,
                       const char *suffix)
{
    if (!work->preview) /* the form prints dots: nothing may be taken for paper. Rule R-931 */
        dossier_form_number(text, work->tx, work->facts.now, form, suffix);
}

/* ---- parts ----------------------------------------------------------------------------------- */

void dossier_form_person(struct text *text, const struct dossier_person *person, const char *prefix)
{
    char key[32], phone[PHONE_SHOWN_SIZE] = "";

    if (person->phone[0])
        phone_show(person->phone, phone);
    snprintf(key, sizeof key, "%s%s", prefix, prefix[0] ? "name" : "applicant");
    put_cut(text, key, person->full_name, NAME_CHARACTERS);
    snprintf(key, sizeof key, "%spersonal_id", prefix);
    json_put_string_or_null(text, key,
                            person->personal_id[0] ? person->personal_id : person->tax_code);
    snprintf(key, sizeof key, "%saddress", prefix);
    json_put_string_or_null(text, key, person->address);
    snprintf(key, sizeof key, "%sphone", prefix);
    json_put_string_or_null(text, key, phone);
    snprintf(key, sizeof key, "%semail", prefix);
    json_put_string_or_null(text, key, person->email);
}

void dossier_form_papers(struct text *text, const struct dossier_work *work)
{
    json_open_array(text, "papers");
    for (int i = 0; i < work->document_count; i++) {
        const struct dossier_document *document = &work->documents[i];

        json_open_object(text, NULL);
        json_put_string(text, "name", document->name);
        json_put_int(text, "originals", document->originals);
        json_put_int(text, "copies", document->copies);
        json_close_object(text);
    }
    json_close_array(text);
}

/* "10.000 đồng (Mười nghìn đồng), đã thu"; "không thu" without lines. */
static void put_fee(struct text *text, const struct dossier_work *work)
{
    char digits[MONEY_DIGITS_SIZE], words[MONEY_WORDS_SIZE];
    struct text fee;
    int64_t sum = 0;
    bool settled = true, refund = false;

    for (int i = 0; i < work->fee_count; i++) {
        const struct dossier_fee *line = &work->fees[i];

        sum += line->exemption[0] ? 0 : line->amount;
        settled = settled && (line->exemption[0] || line->method[0] || line->amount == 0);
        refund = refund || line->refund;
    }
    if (sum == 0 || vietnamese_money_digits(sum, digits) != ERR_OK ||
        vietnamese_money_words(sum, words) != ERR_OK) {
        json_put_string(text, "fee", "không thu");
        return;
    }
    text_init(&fee);
    text_printf(&fee, "%s đồng (%s), %s", digits, words,
                refund    ? "hoàn lại"
                : settled ? "đã thu"
                          : "chưa thu");
    json_put_string(text, "fee", fee.data);
    text_release(&fee);
}

const char *dossier_form_submitter(const struct dossier_work *work)
{
    const struct dossier_person *representative = &work->people[PART_REPRESENTATIVE];

    return representative->there ? representative->full_name
                                 : work->people[PART_APPLICANT].full_name;
}

void dossier_form_officer(struct text *text, const struct dossier_work *work, const char *key)
{
    const struct actor *actor = &work->command->actor;

    put_cut(text, key, actor->name[0] ? actor->name : actor->code, SHORT_CHARACTERS);
}

static const char *place_of_result(const struct dossier_work *work)
{
    if (strcmp(work->record.delivery, "post") == 0)
        return "Dịch vụ bưu chính công ích";
    return strcmp(work->record.delivery, "online") == 0 ? "Trực tuyến (Cổng Dịch vụ công quốc gia)"
                                                        : work->command->catalogue->name;
}

/* ---- forms ----------------------------------------------------------------------------------- */

/* By which code it is known where it came from, beside ours. Rule R-506. */
static void put_outside_code(struct text *text, const struct dossier_record *record)
{
    char note[DOSSIER_ANY_CODE_SIZE + 40];

    if (!record->code[0] || !record->external_code[0])
        return;
    snprintf(note, sizeof note, "Mã hồ sơ tại nơi gửi: %s", record->external_code);
    json_put_string(text, "note", note);
}

static void put_times(struct text *text, const struct dossier_work *work, bool again)
{
    const struct dossier_record *record = &work->record;
    const struct instant due =
        record->due.kind == DUE_NONE || record->paused ? instant_none() : record->due.at;

    json_put_string(text, "limit_text", work->procedure.limit_text);
    json_put_instant(text, "accepted_at", record->dossier.accepted_at);
    json_put_instant_or_null(text, "due_at", again ? due : record->promised_at);
    if (record->unconfirmed)
        json_put_string(text, "warning",
                        "lịch nghỉ của năm này chưa chính thức, ngày hẹn có thể thay đổi.");
    if (again)
        json_put_string(text, "note",
                        work->action == ACTION_EXTEND
                            ? "Thời hạn giải quyết được gia hạn theo quy định của thủ tục."
                            : "Ngày hẹn trả được tính lại sau thời gian chờ bổ sung hồ sơ.");
    else
        put_outside_code(text, record);
    if (work->record.elsewhere)
        put_cut(text, "decided_by", agency_plan_decides(work), NAME_CHARACTERS);
    put_cut(text, "result_place", place_of_result(work), NAME_CHARACTERS);
}

static void receipt(struct text *text, struct dossier_work *work, bool again)
{
    const struct dossier_person *representative = &work->people[PART_REPRESENTATIVE];
    char book[24];

    if (!again)
        put_number(text, work, "01", "-TTPVHCC");
    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    if (representative->there) {
        dossier_form_person(text, &work->people[PART_APPLICANT], "delegator_");
        json_put_string_or_null(text, "delegation_paper", representative->authorisation);
    }
    put_cut(text, "receiver", work->command->catalogue->name, NAME_CHARACTERS);
    json_put_string(text, "procedure", work->record.procedure_name);
    put_cut(text, "request", work->people[PART_APPLICANT].content, 600);
    dossier_form_papers(text, work);
    json_put_int(text, "sets", 1);
    put_times(text, work, again);
    snprintf(book, sizeof book, "01/%d",
             date_civil(date_of_instant(work->record.dossier.accepted_at)).year);
    json_put_string(text, "book", book);
    snprintf(book, sizeof book, "%04lld", (long long)work->record.book_row);
    json_put_string_or_null(text, "book_row", work->preview ? "" : book);
    put_fee(text, work);
    put_cut(text, "submitter", dossier_form_submitter(work), SHORT_CHARACTERS);
    dossier_form_officer(text, work, "officer");
}

static void supplement(struct text *text, struct dossier_work *work,
                       const struct dossier_note *note)
{
    const bool before = work->record.dossier.state == DOSSIER_SUPPLEMENT_BEFORE;

    put_number(text, work, "02", "/PBS-TTPVHCC");
    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    json_put_string(text, "procedure", work->record.procedure_name);
    supplement_items_rows(text, "items", note->items);
    json_put_string(text, "reason", note->reason[0] ? note->reason : "…");
    put_cut(text, "contact_name", work->command->actor.name, NAME_CHARACTERS);
    dossier_form_setting(text, "contact_phone", work->tx, "hotline", "");
    if (note->until.day)
        json_put_instant(text, "supplement_by", instant_on_date(note->until, 17 * 3600));
    json_put_string(text, "phase", before ? "trước tiếp nhận" : "đang giải quyết");
    if (work->record.dossier.supplements_asked > 1) /* a leader let it be asked again: R-210 */
        dossier_form_officer(text, work, "approver");
    dossier_form_officer(text, work, "officer");
}

static void refusal(struct text *text, struct dossier_work *work, const struct dossier_note *note)
{
    put_number(text, work, "03", "/PTC-TTPVHCC");
    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    json_put_string(text, "procedure", work->record.procedure_name);
    json_put_string(text, "reason", note->reason);
    put_cut(text, "submitter", dossier_form_submitter(work), SHORT_CHARACTERS);
    dossier_form_officer(text, work, "officer");
}

/* The due time that the promise stood for, and the new one. Domain 3.5. */
static void apology(struct text *text, struct dossier_work *work, const struct dossier_note *note)
{
    put_number(text, work, "04", "/PXL-TTPVHCC");
    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    json_put_string(text, "procedure", work->record.procedure_name);
    json_put_instant(text, "accepted_at", work->record.dossier.accepted_at);
    json_put_instant(text, "promised_at", work->record.due.at); /* as the newest receipt says */
    json_put_instant(text, "new_at", work->record.new_time);
    json_put_string(text, "reason", note->reason);
    json_put_string(text, "signer_title", "THỦ TRƯỞNG CƠ QUAN");
    put_cut(text, "signer", work->command->actor.name, SHORT_CHARACTERS);
}

/* The applicant's request to withdraw. */
struct withdrawal {
    struct instant at;
    const char *way;         /* in words, NULL: not said */
    enum dossier_state from; /* the state that it was in */
};

static void find_withdrawal(const struct dossier_note *note, void *data)
{
    struct withdrawal *withdrawal = data;

    if (strcmp(note->kind, "withdrawal") != 0)
        return;
    withdrawal->at = note->at;
    withdrawal->way = withdrawal_way_words(withdrawal_way_of(note));
    dossier_state_from_name(note->code, strlen(note->code), &withdrawal->from);
}

/* Whether what was paid is given back, and why. "…" is left to be written by hand. Rule R-818. */
static void put_fee_of_stop(struct text *text, const struct dossier_work *work,
                            const struct dossier_note *note)
{
    json_t *kept = note && note->items ? json_loads(note->items, 0, NULL) : NULL;
    const char *reason = json_string_value(json_array_get(kept, 0));
    char digits[MONEY_DIGITS_SIZE], words[MONEY_WORDS_SIZE];
    struct text fee;
    int64_t paid = 0, back = 0;

    for (int i = 0; i < work->fee_count; i++) {
        const int64_t amount = work->fees[i].method[0] ? work->fees[i].amount : 0;

        paid += amount;
        back += work->fees[i].refund ? amount : 0;
    }
    text_init(&fee);
    if (paid == 0)
        put_fee(text, work);
    else if (vietnamese_money_digits(paid, digits) == ERR_OK &&
             vietnamese_money_words(paid, words) == ERR_OK)
        text_printf(&fee, "%s đồng (%s), %s. Lý do: %s", digits, words,
                    back ? "hoàn lại" : "không hoàn lại", reason ? reason : "………………………………");
    if (paid)
        json_put_string(text, "fee", fee.data ? fee.data : "…");
    text->failed = text->failed || fee.failed;
    text_release(&fee);
    json_decref(kept);
}

/* Without a decision, or it could not be stopped (GUARD_NOT_SIGNED). */
static void put_state_of_stop(struct text *text, enum dossier_state from)
{
    char state[SHORT_CHARACTERS * 4];

    snprintf(state, sizeof state, "%s; chưa có quyết định giải quyết", dossier_state_title(from));
    json_put_string(text, "state_text", state);
}

static void stop(struct text *text, struct dossier_work *work, const struct dossier_note *note)
{
    const bool asked = work->state_before == DOSSIER_WITHDRAWAL_REQUESTED;
    struct withdrawal withdrawal = {.at = instant_none(), .from = work->state_before};

    if (asked)
        dossier_notes_each(work->tx, work->record.id, find_withdrawal, &withdrawal);
    put_number(text, work, "05", "/TB-TTPVHCC");
    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    json_put_string(text, "procedure", work->record.procedure_name);
    json_put_instant(text, "accepted_at", work->record.dossier.accepted_at);
    json_put_instant_or_null(text, "withdrawn_at", withdrawal.at);
    json_put_string_or_null(text, "withdrawn_how", withdrawal.way ? withdrawal.way : "");
    if (!asked)
        json_put_instant(text, "supplement_by",
                         instant_on_date(work->record.dossier.supplement_until, 17 * 3600));
    json_put_string_or_null(text, "reason", note ? note->reason : "");
    put_state_of_stop(text, withdrawal.from);
    dossier_form_papers(text, work);
    put_fee_of_stop(text, work, note);
    json_put_string(text, "signer_title",
                    role_set_has(work->actor.roles, ROLE_GD_TT) ? "GIÁM ĐỐC" : "TRƯỞNG PHÒNG");
    put_cut(text, "signer", work->command->actor.name, SHORT_CHARACTERS);
}

static void returned(struct text *text, struct dossier_work *work)
{
    const struct dossier_person *receiver = &work->people[PART_RECEIVER];

    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    json_put_string(text, "procedure", work->record.procedure_name);
    put_cut(text, "result_kind", work->procedure.result, NAME_CHARACTERS);
    put_cut(text, "result_number", work->record.number, SHORT_CHARACTERS);
    json_put_string_or_null(text, "result_title", work->record.decision_title);
    json_put_instant_or_null(text, "signed_at", work->record.signed_at);
    put_cut(text, "receiver", receiver->full_name, NAME_CHARACTERS);
    json_put_string_or_null(text, "receiver_id", receiver->personal_id);
    json_put_string_or_null(text, "authorisation", receiver->authorisation);
    json_put_instant(text, "returned_at", work->facts.now);
    dossier_form_officer(text, work, "officer");
}

const char *dossier_form_unit(const struct dossier_work *work, const char *code)
{
    const struct catalogue *catalogue = work->command->catalogue;
    const int unit = catalogue_unit(catalogue, code);

    return unit == QUEUE_NONE ? catalogue->name : catalogue->units[unit].name;
}

/* The unit it is given to, or the agencies it is forwarded to. */
static void put_receivers(struct text *text, const struct dossier_work *work)
{
    struct text names;

    if (!work->agency_count) {
        put_cut(text, "to", dossier_form_unit(work, work->record.dossier.handover.receiver.unit),
                NAME_CHARACTERS);
        return;
    }
    text_init(&names);
    for (int i = 0; i < work->agency_count; i++)
        text_printf(&names, "%s%s", i ? "; " : "",
                    work->agency_steps[work->agency_first + i].agency);
    put_cut(text, "to", names.data ? names.data : "", NAME_CHARACTERS);
    text->failed = text->failed || names.failed;
    text_release(&names);
}

static void handover(struct text *text, struct dossier_work *work)
{
    const struct handover *given = &work->record.dossier.handover;
    const struct dossier_person *applicant = &work->people[PART_APPLICANT];

    put_number(text, work, "handover", "/PBG-TTPVHCC");
    put_cut(text, "from",
            dossier_form_unit(work, work->agency_count ? work->record.dossier.responsible.unit
                                                       : given->giver.unit),
            NAME_CHARACTERS);
    put_receivers(text, work);
    json_put_instant(text, "handed_at", work->facts.now);
    json_open_array(text, "dossiers");
    json_open_object(text, NULL);
    json_put_string(text, "code", work->record.code);
    put_cut(text, "subject", work->record.procedure_name, NAME_CHARACTERS);
    put_cut(text, "applicant", applicant->full_name, NAME_CHARACTERS);
    put_cut(text, "address", applicant->address, NAME_CHARACTERS);
    json_put_bool(text, "by_post", strcmp(work->record.delivery, "post") == 0);
    json_close_object(text);
    json_close_array(text);
    put_cut(text, "giver", work->command->actor.name, SHORT_CHARACTERS);
}

const char *dossier_form_write(struct text *text, struct dossier_work *work,
                               const struct dossier_note *note)
{
    switch (work->change.rule->paper) {
    case PAPER_NONE:
        if (work->action != ACTION_HAND_OVER && work->action != ACTION_FORWARD)
            return NULL;
        handover(text, work);
        return "handover";
    case PAPER_RECEIPT:
        receipt(text, work, false);
        return "01";
    case PAPER_SUPPLEMENT:
        supplement(text, work, note);
        return "02";
    case PAPER_REFUSAL:
        refusal(text, work, note);
        return "03";
    case PAPER_APOLOGY:
        apology(text, work, note);
        return "04";
    case PAPER_STOP:
        stop(text, work, note);
        return "05";
    case PAPER_NEW_DUE:
        receipt(text, work, true);
        return "01";
    case PAPER_RETURN_SLIP:
        returned(text, work);
        return "return";
    }
    return NULL;
}
