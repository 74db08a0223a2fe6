#include "counter_client/terminal/dossier_prompts.h"

#include "counter_client/terminal/json_path.h"

#include <stdio.h>
#include <string.h>

struct asked {
    const char *action;
    enum field_kind kind;
    enum vocabulary words; /* of a choice; WORDS_COUNT: the units */
    const char *name;
    struct said label;
};

static const struct asked all_asked[] = {
    {"hand_over", FIELD_CHOICE, WORDS_COUNT, "unit", {"Giao cho đơn vị", "To unit"}},
    {"hand_over", FIELD_TEXT, WORDS_COUNT, "account", {"Hoặc cho tài khoản", "Or to account"}},
    {"hand_over", FIELD_TEXT, WORDS_COUNT, "note", {"Ghi chú", "Note"}},
    {"decline", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"reassign", FIELD_TEXT, WORDS_COUNT, "account", {"Giao cho tài khoản", "To account"}},
    {"reassign", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"request_payment", FIELD_TEXT, WORDS_COUNT, "line", {"Khoản phải nộp", "What is owed"}},
    {"request_payment", FIELD_NUMBER, WORDS_COUNT, "amount", {"Số tiền (đồng)", "Amount (đồng)"}},
    {"request_payment", FIELD_TEXT, WORDS_COUNT, "notice", {"Tệp thông báo", "File of the notice"}},
    {"suspend", FIELD_CHOICE, WORDS_BASIS, "basis", {"Căn cứ", "Legal basis"}},
    {"suspend", FIELD_TEXT, WORDS_COUNT, "reason", {"Nội dung", "In words"}},
    {"apologise",
     FIELD_TEXT,
     WORDS_COUNT,
     "new_time",
     {"Hẹn lại (2026-03-12T17:00)", "New time (2026-03-12T17:00)"}},
    {"apologise", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"extend", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"forward", FIELD_ROW, WORDS_COUNT, "steps", {"Bước số (1)", "Step (1)"}},
    {"forward", FIELD_ROW, WORDS_COUNT, "steps", {"Bước số (2)", "Step (2)"}},
    {"step_result", FIELD_NUMBER, WORDS_COUNT, "step", {"Bước đã xong", "Step that ended"}},
    {"step_result", FIELD_TEXT, WORDS_COUNT, "note", {"Kết quả nhận được", "What came back"}},
    {"correct", FIELD_NUMBER, WORDS_COUNT, "correction", {"Đính chính số", "Correction"}},
    {"correct", FIELD_TEXT, WORDS_COUNT, "reason", {"Căn cứ duyệt", "Why it is right"}},
    {"reopen", FIELD_TEXT, WORDS_COUNT, "reason", {"Sai ở đâu", "What is wrong"}},
    {"request_supplement",
     FIELD_TEXT,
     WORDS_COUNT,
     "items[]",
     {"Giấy tờ cần bổ sung 1", "Paper 1"}},
    {"request_supplement",
     FIELD_TEXT,
     WORDS_COUNT,
     "items[]",
     {"Giấy tờ cần bổ sung 2", "Paper 2"}},
    {"request_supplement",
     FIELD_TEXT,
     WORDS_COUNT,
     "items[]",
     {"Giấy tờ cần bổ sung 3", "Paper 3"}},
    {"request_supplement", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"request_supplement",
     FIELD_DATE,
     WORDS_COUNT,
     "supplement_by",
     {"Trước ngày (NGÀY/THÁNG/NĂM)", "By (DD/MM/YYYY)"}},
    {"resume", FIELD_TEXT, WORDS_COUNT, "note", {"Đã nhận gì", "What was supplied"}},
    {"resubmit", FIELD_TEXT, WORDS_COUNT, "note", {"Đã nhận gì", "What was supplied"}},
    {"sign", FIELD_CHOICE, WORDS_OUTCOME, "outcome", {"Kết luận", "Outcome"}},
    {"sign", FIELD_TEXT, WORDS_COUNT, "title", {"Trích yếu", "Title"}},
    {"sign", FIELD_TEXT, WORDS_COUNT, "number", {"Số, nếu đã có", "Number, if known"}},
    {"issue_result", FIELD_TEXT, WORDS_COUNT, "number", {"Số kết quả", "Number"}},
    {"return_result", FIELD_CHOICE, WORDS_RECEIVER, "receiver.kind", {"Người nhận", "Receiver"}},
    {"return_result", FIELD_TEXT, WORDS_COUNT, "receiver.full_name", {"Họ tên", "Full name"}},
    {"return_result",
     FIELD_TEXT,
     WORDS_COUNT,
     "receiver.personal_id",
     {"Số định danh", "Personal id"}},
    {"return_result",
     FIELD_TEXT,
     WORDS_COUNT,
     "receiver.authorisation",
     {"Giấy ủy quyền", "Authorisation"}},
    {"refuse", FIELD_CHOICE, WORDS_REFUSAL, "reason_code", {"Vì", "Because"}},
    {"refuse", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do (từ 20 chữ)", "Reason (20 letters)"}},
    {"request_withdrawal", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"deny_withdrawal", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
    {"stop", FIELD_TEXT, WORDS_COUNT, "reason", {"Lý do", "Reason"}},
};

static void add_units(struct form *form, const json_t *units)
{
    size_t i;
    json_t *unit;

    json_array_foreach(json_object_get(units, "items"), i, unit)
    {
        const char *code = json_text_at(unit, "unit"), *name = json_text_at(unit, "name");

        if (code && name && json_true_at(unit, "handles"))
            form_add_choice(form, code, name);
    }
    form_add_choice(form, "", "–");
}

int dossier_prompt_fields(struct form *form, const char *action, const json_t *units, bool director,
                          enum language language)
{
    for (size_t i = 0; i < sizeof all_asked / sizeof all_asked[0]; i++) {
        const struct asked *asked = &all_asked[i];

        if (strcmp(asked->action, action) != 0)
            continue;
        form_add(form, asked->kind, asked->label, asked->name);
        if (asked->kind == FIELD_CHOICE && asked->words == WORDS_COUNT)
            add_units(form, units);
        else if (asked->kind == FIELD_CHOICE)
            form_add_words(form, asked->words, language);
    }
    if (director)
        form_add(form, FIELD_TEXT, (struct said){"Lý do làm thay", "Why for another"},
                 "acting_reason");
    return form->count;
}

void dossier_action_route(const char *action, char *out_route, size_t size)
{
    snprintf(out_route, size, "%s", action);
    for (char *c = out_route; *c; c++) {
        if (*c == '_')
            *c = '-';
    }
}
