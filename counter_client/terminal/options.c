/* Looking commands up, and the dictionary of options: one meaning for each name. */
#include "counter_client/terminal/commands.h"

#include <stdio.h>
#include <string.h>

struct entry {
    const char *name;
    const char *value; /* its value's name; NULL: a flag */
    struct said help;
};

static const struct entry dictionary[] = {
    {"account", "NAME", {"tên tài khoản", "name by which a person signs in"}},
    {"acting-reason", "TEXT", {"lý do giám đốc làm thay", "why the director acts for another"}},
    {"action",
     "WHAT",
     {"take, request_supplement, forward, refuse, answer, publish", "what is done"}},
    {"address", "TEXT", {"nơi cư trú", "address"}},
    {"after", "CURSOR", {"trang sau, như máy chủ đã cho", "the next page, as the server gave it"}},
    {"amount", "DONG", {"số tiền, đồng", "amount in đồng"}},
    {"appointment", "INSTANT", {"giờ hẹn, 2026-03-10T09:00+07:00", "instant of the appointment"}},
    {"authorisation", "TEXT", {"giấy ủy quyền: số, ngày", "the paper that authorises"}},
    {"basis", "CODE", {"căn cứ tạm dừng theo danh mục", "legal basis of the catalogue"}},
    {"birth-date", "DATE", {"ngày sinh, hoặc năm sinh", "date of birth, or the year alone"}},
    {"by",
     "WHAT",
     {"field, procedure, officer, unit, month", "what makes a row: field, ..., month"}},
    {"card",
     "TEXT",
     {"chuỗi QR của thẻ căn cước: điền người nộp",
      "QR text of the identity card: fills the applicant"}},
    {"channel",
     "HOW",
     {"cách nộp: counter, phone, online, post", "how it came: counter, phone, online, post"}},
    {"class", "CLASS", {"đối tượng: P0 thường, P1 .. P7", "class: P0 ordinary, P1 .. P7"}},
    {"code", "CODE", {"mã hồ sơ", "code of the dossier"}},
    {"column",
     "FIGURE",
     {"carried_over, received, received_online, early, on_time, late, in_time, "
      "overdue",
      "which figure: carried_over, received, received_online, early, "
      "on_time, late, in_time, overdue"}},
    {"confidential", NULL, {"giữ kín người gửi", "keep the sender confidential"}},
    {"competent-agency",
     "AGENCY",
     {"mã cơ quan giải quyết, nếu không phải Trung tâm",
      "agency that decides, when it is another one"}},
    {"content", "TEXT", {"nội dung yêu cầu", "what is asked for, beside the procedure's name"}},
    {"correction", "N", {"số của đề nghị đính chính", "number of the correction asked for"}},
    {"counter", "CODE", {"quầy", "counter"}},
    {"date", "DATE", {"ngày", "date"}},
    {"delivery",
     "HOW",
     {"nhận kết quả: counter, post, online", "result by: counter, post, online"}},
    {"device", "NAME", {"thiết bị", "device"}},
    {"device-kind", "KIND", {"kiosk, board, printer", "kiosk, board, printer"}},
    {"disabled", "true|false", {"khóa tài khoản", "the account is disabled"}},
    {"dossier", "DOSSIER", {"số nội bộ (d34) hoặc mã hồ sơ", "its id (d34) or code"}},
    {"dry-run", NULL, {"chỉ xem trước, không ghi gì", "only look: nothing is stored"}},
    {"email", "TEXT", {"thư điện tử", "email"}},
    {"external-code", "CODE", {"mã của hệ thống khác", "code under which it is known outside"}},
    {"fee",
     "LINE=AMOUNT[:METHOD[:REFERENCE]]",
     {"khoản thu; METHOD: cash, transfer, card ...", "fee; METHOD as it was paid: cash, ..."}},
    {"field", "TEXT", {"lĩnh vực", "field (lĩnh vực)"}},
    {"finish", NULL, {"kết thúc phiếu đang phục vụ trước", "finish the current ticket first"}},
    {"from", "DATE", {"từ ngày", "first date"}},
    {"from-dossier",
     "DOSSIER",
     {"hồ sơ có bản quét, ví dụ d12", "dossier that has the scan, as in d12"}},
    {"full-name", "TEXT", {"họ và tên", "full name"}},
    {"help_call", "CALL", {"lượt gọi giúp đỡ, ví dụ h12", "the call for help, as in h12"}},
    {"identity-document",
     "KIND",
     {"đã xem: card, vneid, passport, birth_certificate, other",
      "seen: card, vneid, passport, birth_certificate, other"}},
    {"inbox-scan", "SCAN", {"bản quét từ máy quét, ví dụ s12", "scan from the scanner, as in s12"}},
    {"intake",
     "WHAT",
     {"accept, arrive, request_supplement, refuse", "accept, arrive, request_supplement, refuse"}},
    {"into", "PERSON", {"bản ghi đứng lại, ví dụ g48", "the record that stands, as in g48"}},
    {"item", "TEXT", {"giấy tờ cần bổ sung, lặp lại được", "a paper to supply; may be repeated"}},
    {"basis-of",
     "TEXT",
     {"căn cứ pháp lý của từng giấy tờ theo thứ tự, lặp lại được",
      "legal basis of each paper, in order; may be repeated"}},
    {"job", "JOB", {"lệnh in", "print job"}},
    {"key", "KEY", {"nhóm của báo cáo", "key of the row"}},
    {"kind",
     "KIND",
     {"citizen, business, agency, organisation, other",
      "citizen, business, agency, organisation, other"}},
    {"late", "true|false", {"chỉ những việc quá hạn", "only those that are late"}},
    {"limit", "N", {"số dòng, nhiều nhất 500", "rows, at most 500"}},
    {"line", "LINE", {"dòng thu mới", "the new fee line"}},
    {"may-set-class", NULL, {"được chọn đối tượng ưu tiên", "may give priority classes"}},
    {"name", "TEXT", {"họ tên", "name"}},
    {"new-time",
     "TIME",
     {"giờ hẹn mới, ví dụ 2026-03-20T17:00:00+07:00",
      "the new time, as 2026-03-20T17:00:00+07:00"}},
    {"note", "TEXT", {"ghi chú", "note"}},
    {"notice", "TEXT", {"số, ngày của thông báo nộp tiền", "number and date of the notice to pay"}},
    {"now", "INSTANT", {"thời điểm, 2026-03-10T07:30:00+07:00", "instant to set"}},
    {"number", "NUMBER", {"số kết quả", "number of the result"}},
    {"officer", "ACCOUNT", {"người xử lý", "responsible person"}},
    {"outcome", "WHAT", {"approved, rejected, returned", "approved, rejected, returned"}},
    {"override-reason", "TEXT", {"lý do yêu cầu bổ sung lần nữa", "why a second request"}},
    {"paper",
     "ROW[:ORIGINALS[:COPIES[:SCAN]]]",
     {"giấy tờ theo số dòng của thủ tục, lặp lại được; all: mọi giấy bắt buộc",
      "a paper by its row in the procedure's list; may be repeated; all: every required one"}},
    {"pending",
     "WHAT",
     {"in_time, near_due, overdue, paused", "in_time, near_due, overdue, paused"}},
    {"counted", "DONG", {"tiền mặt đếm được, đồng", "cash that was counted, in đồng"}},
    {"payer", "NAME", {"người nộp tiền", "who paid"}},
    {"period", "PERIOD", {"kỳ báo cáo, ví dụ month:2026-3", "a period, as in month:2026-3"}},
    {"period-kind",
     "KIND",
     {"month, quarter, half, year, reporting_month ...",
      "month, quarter, half, year, reporting_month ..."}},
    {"personal-id", "DIGITS", {"số định danh cá nhân", "personal id"}},
    {"phone", "NUMBER", {"điện thoại", "phone"}},
    {"place",
     "PLACE",
     {"giấy thứ mấy của hồ sơ; 0: kết quả", "place of the paper in the dossier; 0: its result"}},
    {"procedure", "CODE", {"mã thủ tục", "code of the procedure"}},
    {"rate", "N", {"0 đứng yên, 1 như thật, đến 3600", "0 stands still, 1 real speed, to 3600"}},
    {"reason", "TEXT", {"lý do", "reason"}},
    {"reference", "TEXT", {"số của giao dịch chuyển khoản", "reference of the transfer"}},
    {"received-from", "DATE", {"nhận từ ngày", "received from"}},
    {"received-to", "DATE", {"nhận đến ngày", "received to"}},
    {"position", "N", {"khoản thứ mấy của hồ sơ, từ 1", "which of the dossier's fees, from 1"}},
    {"method", "METHOD", {"cash hay transfer", "cash or transfer"}},
    {"sheet", "SHEET", {"control, papers hay survey", "control, papers or survey"}},
    {"receipt", "ID", {"số nội bộ của biên lai, ví dụ b56", "id of the receipt, as in b56"}},
    {"receiver", "WHO", {"applicant, representative, other", "applicant, representative, other"}},
    {"refund", NULL, {"hoàn lại tiền đã thu", "settled fees are given back"}},
    {"refund-reason",
     "TEXT",
     {"vì sao hoàn hay không hoàn phí", "why fees are given back or are not"}},
    {"way",
     "WAY",
     {"công dân đề nghị bằng cách nào: in_person, written, post, online, phone",
      "how the applicant asked: in_person, written, post, online, phone"}},
    {"refusal-code",
     "CODE",
     {"out_of_scope, incomplete, not_eligible, already_settled, "
      "suspected_forgery, other",
      "out_of_scope, incomplete, not_eligible, "
      "already_settled, suspected_forgery, other"}},
    {"refusal-reason", "TEXT", {"lý do từ chối, ít nhất 20 chữ", "why; at least 20 characters"}},
    {"representative-address", "TEXT", {"nơi cư trú người nộp thay", "representative's address"}},
    {"representative-id", "DIGITS", {"số định danh người nộp thay", "representative's id"}},
    {"representative-name", "TEXT", {"người nộp thay", "representative's name"}},
    {"representative-phone", "NUMBER", {"điện thoại người nộp thay", "representative's phone"}},
    {"role", "ROLE", {"vai trò, lặp lại được", "role; may be repeated"}},
    {"row",
     "N",
     {"bước của cơ quan khác trong danh mục", "row of the other agency in the catalogue"}},
    {"person", "PERSON", {"một người trong sổ, ví dụ g48", "a person of the register, as in g48"}},
    {"petition", "PETITION", {"phản ánh, kiến nghị, ví dụ k12", "the petition, as in k12"}},
    {"reminder", "REMINDER", {"việc được nhắc, ví dụ n12", "the reminder, as in n12"}},
    {"scan",
     "PLACE=FILE",
     {"bản quét của giấy thứ PLACE; hoặc oversize, bound, object, secret",
      "scan of the paper at PLACE; or oversize, bound, object, secret"}},
    {"secret", "SECRET", {"mã tra cứu in trên giấy hẹn", "the look-up code on the receipt"}},
    {"service", "LETTER", {"nhóm thủ tục", "queue service"}},
    {"settle", "LINE:METHOD[:REFERENCE]", {"khoản thu lúc này", "a fee line settled now"}},
    {"sex", "male|female", {"giới tính", "sex"}},
    {"signed-file", "FILE", {"tên tệp đã ký", "name of the signed file"}},
    {"site", "CODE", {"điểm tiếp nhận", "reception point"}},
    {"state", "STATE", {"trạng thái", "state"}},
    {"step", "N", {"bước đang mở", "the step that is open"}},
    {"subject", "ID", {"phiếu (t12) hoặc hồ sơ (d34)", "ticket (t12) or dossier (d34)"}},
    {"supplement-by", "DATE", {"bổ sung trước ngày", "to be supplied by"}},
    {"supplement-reason", "TEXT", {"vì sao cần bổ sung", "why a supplement"}},
    {"tax-code", "DIGITS", {"mã số thuế", "tax code"}},
    {"text", "TEXT", {"chuỗi QR; - đọc từ bàn phím", "the QR text; - reads it from the input"}},
    {"ticket", "TICKET", {"số nội bộ (t12) hoặc số phiếu (A015)", "its id (t12) or number (A015)"}},
    {"title", "TEXT", {"trích yếu kết quả", "title of the result"}},
    {"to", "DATE", {"đến ngày", "last date"}},
    {"topics", "LIST", {"queue,dossiers,print,log", "queue,dossiers,print,log"}},
    {"unit", "CODE", {"đơn vị", "unit"}},
    {"value", "TEXT", {"nội dung đúng", "what it should say"}},
    {"version", "N", {"số phiên bản", "number of the version"}},
    {"whose", "me|unit", {"của tôi, hoặc của cả phòng", "mine, or all of my unit"}},
    {"words", "TEXT", {"chữ cần tìm", "words to find"}},
};

static const struct entry *entry_of(const struct option *option)
{
    for (size_t i = 0; i < sizeof dictionary / sizeof dictionary[0]; i++) {
        if (strcmp(dictionary[i].name, option->name) == 0)
            return &dictionary[i];
    }
    return NULL;
}

const char *option_value_name(const struct option *option)
{
    const struct entry *entry = entry_of(option);

    return entry ? entry->value : NULL;
}

struct said option_help(const struct option *option)
{
    const struct entry *entry = entry_of(option);

    return entry ? entry->help : (struct said){"", ""};
}

void option_field(const struct option *option, char *out_field, size_t size)
{
    snprintf(out_field, size, "%s", option->field ? option->field : option->name);
    for (char *c = option->field ? NULL : out_field; c && *c; c++) {
        if (*c == '-')
            *c = '_';
    }
}

const struct command *command_at(size_t index)
{
    const struct command *const groups[] = {commands_session, commands_queue, commands_dossier,
                                            commands_office,  commands_money, commands_people};

    for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++) {
        for (const struct command *each = groups[g]; each->name; each++) {
            if (index-- == 0)
                return each;
        }
    }
    return NULL;
}

const struct command *command_find(const char *first, const char *second, int *out_words)
{
    const struct command *command;

    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        const char *blank = strchr(command->name, ' ');
        size_t length = blank ? (size_t)(blank - command->name) : strlen(command->name);

        if (strlen(first) != length || memcmp(first, command->name, length) != 0)
            continue;
        if (blank && (!second || strcmp(second, blank + 1) != 0))
            continue;
        *out_words = blank ? 2 : 1;
        return command;
    }
    return NULL;
}
