#include "counter_client/terminal/words.h"

#include <string.h>

struct word {
    const char *word;
    struct said said;
};

static const struct word ticket_states[] = {
    {"waiting", {"đang chờ", "waiting"}},
    {"called", {"đã gọi", "called"}},
    {"serving", {"đang phục vụ", "serving"}},
    {"parked", {"tạm gác", "parked"}},
    {"done", {"xong", "done"}},
    {"no_show", {"vắng", "no-show"}},
    {"cancelled", {"đã hủy", "cancelled"}},
    {NULL, {NULL, NULL}},
};
static const struct word ticket_classes[] = {
    {"P0", {"thường", "ordinary"}},
    {"P1", {"cấp cứu, việc gấp", "urgent"}},
    {"P2", {"người khuyết tật, người có công", "severely disabled, merit"}},
    {"P3", {"mang thai, có con nhỏ", "pregnant, small child"}},
    {"P4", {"người cao tuổi", "elderly"}},
    {"P5", {"trẻ em", "child"}},
    {"P6", {"có hẹn giờ", "appointment"}},
    {"P7", {"ở xa, cần phiên dịch", "from far, interpreter"}},
    {NULL, {NULL, NULL}},
};
static const struct word counter_states[] = {
    {"open", {"đang mở", "open"}},
    {"paused", {"tạm nghỉ", "paused"}},
    {"closed", {"đóng", "closed"}},
    {NULL, {NULL, NULL}},
};
static const struct word check_ins[] = {
    {"issued", {"đã cấp số", "ticket issued"}},
    {"again", {"đã có số, còn chờ", "has a ticket already"}},
    {"not_ready", {"chưa có kết quả", "no result yet"}},
    {"returned", {"đã nhận kết quả", "result collected already"}},
    {"over", {"hồ sơ đã kết thúc, không có kết quả", "the dossier ended without a result"}},
    {NULL, {NULL, NULL}}};
static const struct word help_states[] = {{"open", {"đang chờ người", "waiting"}},
                                          {"taken", {"đã có người nhận", "taken"}},
                                          {NULL, {NULL, NULL}}};
static const struct word reminders[] = {
    {"near_due", {"sắp đến hạn", "near due"}},
    {"due_today", {"đến hạn hôm nay", "due today"}},
    {"overdue", {"quá hạn", "overdue"}},
    {"unscanned", {"chưa quét giấy tờ", "papers not scanned"}},
    {"unconfirmed", {"chưa xác nhận bàn giao", "not confirmed"}},
    {"answer", {"chưa trả lời", "answer owed"}},
    {"uncollected", {"chưa nhận kết quả", "result not fetched"}},
    {NULL, {NULL, NULL}}};
static const struct word reminder_levels[] = {{"officer", {"người phụ trách", "officer"}},
                                              {"unit", {"lãnh đạo phòng", "head of unit"}},
                                              {"leader", {"lãnh đạo xã", "leaders"}},
                                              {NULL, {NULL, NULL}}};
static const struct word petitions[] = {{"feedback", {"phản ánh", "feedback"}},
                                        {"proposal", {"kiến nghị", "proposal"}},
                                        {NULL, {NULL, NULL}}};
static const struct word petition_states[] = {
    {"received", {"mới nhận", "received"}},   {"processing", {"đang xử lý", "processing"}},
    {"answered", {"đã trả lời", "answered"}}, {"forwarded", {"đã chuyển", "forwarded"}},
    {"refused", {"từ chối", "refused"}},      {NULL, {NULL, NULL}}};
static const struct word refused_files[] = {
    {"scan_type", {"không phải PDF, JPEG, PNG", "no PDF, JPEG or PNG"}},
    {"too_large", {"quá lớn", "too large"}},
    {"not_a_file", {"không phải tệp", "no plain file"}},
    {"unreadable", {"không đọc được", "cannot be read"}},
    {NULL, {NULL, NULL}}};
static const struct word watches[] = {{"off", {"không dùng", "none"}},
                                      {"watched", {"đang theo dõi", "watched"}},
                                      {"unreachable", {"không vào được", "cannot be reached"}},
                                      {NULL, {NULL, NULL}}};
static const struct word call_rules[] = {
    {"urgent", {"khẩn cấp", "urgent"}},
    {"hard_max", {"chờ quá lâu", "waited too long"}},
    {"ratio", {"xen kẽ thường và ưu tiên", "ordinary and priority in turn"}},
    {"priority", {"đối tượng ưu tiên", "priority class"}},
    {"turn", {"đến lượt", "in turn"}},
    {"direct", {"gọi đích danh", "called by name"}},
    {"empty", {"không còn ai chờ", "nobody waits"}},
    {"later", {"người chờ chưa đến giờ được gọi", "those who wait may not be called yet"}},
    {NULL, {NULL, NULL}},
};
static const struct word dossier_states[] = {
    {"arrived", {"chờ kiểm tra", "arrived"}},
    {"supplement_before", {"yêu cầu bổ sung trước tiếp nhận", "supplement before acceptance"}},
    {"refused", {"từ chối tiếp nhận", "refused"}},
    {"accepted", {"đã tiếp nhận", "accepted"}},
    {"processing", {"đang xử lý", "processing"}},
    {"with_agency", {"liên thông cơ quan khác", "with another agency"}},
    {"awaiting_supplement", {"chờ bổ sung", "awaiting supplement"}},
    {"awaiting_payment", {"chờ nghĩa vụ tài chính", "awaiting payment"}},
    {"suspended", {"tạm dừng", "suspended"}},
    {"withdrawal_requested", {"yêu cầu rút", "withdrawal requested"}},
    {"stopped", {"dừng xử lý", "stopped"}},
    {"result_ready", {"có kết quả", "result ready"}},
    {"returned", {"đã trả kết quả", "returned"}},
    {NULL, {NULL, NULL}},
};
static const struct word dossier_actions[] = {
    {"accept", {"Tiếp nhận", "Accept"}},
    {"begin", {"Giải quyết tại quầy", "Handle at the counter"}},
    {"hand_over", {"Bàn giao", "Hand over"}},
    {"confirm", {"Xác nhận nhận bàn giao", "Confirm the hand-over"}},
    {"decline", {"Không nhận bàn giao", "Decline the hand-over"}},
    {"recall", {"Rút lại bàn giao", "Take the hand-over back"}},
    {"reassign", {"Phân công lại", "Give to another officer"}},
    {"request_payment", {"Chờ nghĩa vụ tài chính", "Wait for payment"}},
    {"suspend", {"Tạm dừng giải quyết", "Suspend"}},
    {"apologise", {"Xin lỗi và hẹn lại", "Apologise, promise anew"}},
    {"extend", {"Gia hạn giải quyết", "Extend"}},
    {"forward", {"Chuyển liên thông", "Forward to agencies"}},
    {"step_result", {"Nhận kết quả liên thông", "An agency's result"}},
    {"request_supplement", {"Yêu cầu bổ sung", "Ask for a supplement"}},
    {"resubmit", {"Ghi nhận bổ sung", "What was missing has come"}},
    {"resume", {"Tiếp tục giải quyết", "Resume"}},
    {"sign", {"Ký kết quả", "Sign the result"}},
    {"issue_result", {"Vào số, phát hành kết quả", "Issue the result"}},
    {"return_result", {"Trả kết quả", "Return the result"}},
    {"refuse", {"Từ chối tiếp nhận", "Refuse"}},
    {"request_withdrawal", {"Công dân đề nghị rút", "The applicant withdraws"}},
    {"deny_withdrawal", {"Không cho rút", "Deny the withdrawal"}},
    {"stop", {"Dừng giải quyết", "Stop"}},
    {"reopen", {"Mở lại hồ sơ", "Open again"}},
    {"ask_correction", {"Đề nghị đính chính", "Ask for a correction"}},
    {"correct", {"Duyệt đính chính", "Approve a correction"}},
    {NULL, {NULL, NULL}},
};
static const struct word pendings[] = {
    {"in_time", {"trong hạn", "in time"}},
    {"near_due", {"sắp đến hạn", "near due"}},
    {"overdue", {"quá hạn", "overdue"}},
    {"paused", {"tạm dừng", "paused"}},
    {NULL, {NULL, NULL}},
};
static const struct word verdicts[] = {
    {"early", {"trước hạn", "early"}},
    {"on_time", {"đúng hạn", "on time"}},
    {"late", {"quá hạn", "late"}},
    {NULL, {NULL, NULL}},
};
static const struct word outcomes[] = {
    {"approved", {"chấp thuận", "approved"}},
    {"rejected", {"từ chối giải quyết", "rejected"}},
    {"returned", {"trả lại", "returned"}},
    {NULL, {NULL, NULL}},
};
static const struct word channels[] = {
    {"counter", {"trực tiếp", "at the counter"}},
    {"online", {"trực tuyến", "online"}},
    {"post", {"bưu chính", "by post"}},
    {NULL, {NULL, NULL}},
};
static const struct word deliveries[] = {
    {"counter", {"tại quầy", "at the counter"}},
    {"post", {"qua bưu chính", "by post"}},
    {"online", {"bản điện tử", "online"}},
    {NULL, {NULL, NULL}},
};
static const struct word document_forms[] = {
    {"form", {"tờ khai", "form"}}, {"original", {"bản chính", "original"}},
    {"copy", {"bản sao", "copy"}}, {"present", {"xuất trình", "shown"}},
    {"data", {"dữ liệu", "data"}}, {NULL, {NULL, NULL}},
};
static const struct word applicant_kinds[] = {
    {"citizen", {"công dân", "citizen"}},
    {"business", {"doanh nghiệp", "business"}},
    {"agency", {"cơ quan nhà nước", "agency"}},
    {"organisation", {"tổ chức", "organisation"}},
    {"other", {"khác", "other"}},
    {NULL, {NULL, NULL}},
};
static const struct word sexes[] = {
    {"female", {"nữ", "female"}},
    {"male", {"nam", "male"}},
    {NULL, {NULL, NULL}},
};
static const struct word identity_documents[] = {
    {"card", {"thẻ căn cước", "identity card"}},
    {"vneid", {"VNeID", "VNeID"}},
    {"passport", {"hộ chiếu", "passport"}},
    {"birth_certificate", {"giấy khai sinh", "birth certificate"}},
    {"other", {"giấy tờ khác", "other paper"}},
    {NULL, {NULL, NULL}},
};
static const struct word stretches[] = {
    {"moved_by_cutoff", {"nhận sau giờ chốt, tính từ hôm sau", "received after the cut-off"}},
    {"moved_by_rest_day", {"nhận ngày nghỉ, tính từ ngày làm việc", "received on a day off"}},
    {"day_of_receipt", {"ngày nhận, không tính", "day of receipt, not counted"}},
    {"session", {"giờ làm việc", "working session"}},
    {"working_day", {"ngày làm việc", "working day"}},
    {"calendar_day", {"ngày", "calendar day"}},
    {"make_up_day", {"ngày làm bù", "day worked instead"}},
    {"lunch", {"nghỉ trưa", "lunch"}},
    {"night", {"ngoài giờ", "night"}},
    {"weekly_rest", {"nghỉ hằng tuần", "weekly rest"}},
    {"day_off", {"ngày nghỉ", "day off"}},
    {"partial_day_off", {"nghỉ một phần ngày", "part of a day off"}},
    {"pause", {"tạm dừng, không tính", "pause, not counted"}},
    {"rolled", {"hạn rơi vào ngày nghỉ, lùi sang ngày làm việc", "moved to a working day"}},
    {NULL, {NULL, NULL}},
};
static const struct word print_states[] = {
    {"queued", {"chờ in", "queued"}},
    {"created", {"trang in đã sẵn sàng", "page is ready"}},
    {"sent", {"đã gửi máy in", "sent"}},
    {"printed", {"đã in", "printed"}},
    {"attention", {"cần xem máy in", "look at the printer"}},
    {"cancelled", {"đã bỏ", "cancelled"}},
    {NULL, {NULL, NULL}},
};
static const struct word print_forms[] = {
    {"ticket", {"phiếu số", "ticket"}},
    {"01", {"01 tiếp nhận, hẹn trả", "01 receipt"}},
    {"02", {"02 yêu cầu bổ sung", "02 supplement"}},
    {"03", {"03 từ chối", "03 refusal"}},
    {"04", {"04 xin lỗi, hẹn lại", "04 apology"}},
    {"05", {"05 dừng giải quyết", "05 stop"}},
    {"06", {"06 phiếu kiểm soát", "06 control slip"}},
    {"07", {"07 sổ theo dõi", "07 book of dossiers"}},
    {"return", {"biên nhận trả kết quả", "return slip"}},
    {"papers", {"giấy tờ trả lại", "papers given back"}},
    {"handover", {"phiếu bàn giao", "hand-over slip"}},
    {"fee", {"biên lai", "fee receipt"}},
    {"survey", {"phiếu đánh giá", "survey"}},
    {"report", {"báo cáo", "report"}},
    {NULL, {NULL, NULL}},
};
static const struct word roles[] = {
    {"PHAT_SO", {"phát số", "ticket desk"}},
    {"TIEP_NHAN", {"tiếp nhận", "reception"}},
    {"THU_LY", {"thụ lý", "officer of a unit"}},
    {"LD_PHONG", {"lãnh đạo phòng", "head of a unit"}},
    {"LANH_DAO", {"lãnh đạo ký", "leader who signs"}},
    {"VAN_THU", {"văn thư", "registry"}},
    {"GD_TT", {"giám đốc trung tâm", "director of the centre"}},
    {"TO_HOP_BC", {"tổng hợp báo cáo", "reports"}},
    {"QUAN_TRI", {"quản trị", "administrator"}},
    {"KIEM_TRA", {"kiểm tra", "inspector"}},
    {NULL, {NULL, NULL}},
};
static const struct word fee_states[] = {
    {"due", {"chưa thu", "due"}},
    {"settled", {"đã thu", "settled"}},
    {"exempt", {"miễn", "exempt"}},
    {"refund_due", {"phải hoàn lại", "to be refunded"}},
    {"refunded", {"đã hoàn lại", "refunded"}},
    {NULL, {NULL, NULL}},
};
static const struct word refusals[] = {
    {"out_of_scope", {"không thuộc phạm vi", "out of scope"}},
    {"incomplete", {"không đủ sau hướng dẫn", "incomplete after guidance"}},
    {"not_eligible", {"không đúng đối tượng", "not eligible"}},
    {"already_settled", {"đã giải quyết", "already settled"}},
    {"suspected_forgery", {"giấy tờ có dấu hiệu giả", "suspected forgery"}},
    {"other", {"lý do khác", "other"}},
    {NULL, {NULL, NULL}},
};
static const struct word bases[] = {
    {"court", {"chờ Tòa án", "a court decides"}},
    {"authority_opinion", {"chờ ý kiến cơ quan có thẩm quyền", "an authority is asked"}},
    {"dispute", {"có tranh chấp, khiếu nại", "dispute or complaint"}},
    {"inspection", {"chờ kết luận thanh tra, giám định", "inspection or expertise"}},
    {"force_majeure", {"bất khả kháng", "force majeure"}},
    {"other_law", {"căn cứ pháp luật khác", "another law"}},
    {NULL, {NULL, NULL}},
};
static const struct word receivers[] = {
    {"applicant", {"chính người nộp", "the applicant"}},
    {"representative", {"người nộp thay", "the representative"}},
    {"other", {"người khác, có ủy quyền", "somebody else, authorised"}},
    {NULL, {NULL, NULL}},
};
static const struct word receipt_states[] = {
    {"issued", {"đã lập", "issued"}},
    {"void_asked", {"chờ duyệt hủy", "to be voided"}},
    {"voided", {"đã hủy", "voided"}},
    {NULL, {NULL, NULL}},
};
static const struct word yes_no[] = {
    {"true", {"có", "yes"}},
    {"false", {"không", "no"}},
    {NULL, {NULL, NULL}},
};

static const struct word *const vocabularies[WORDS_COUNT] = {
    [WORDS_TICKET_STATE] = ticket_states,
    [WORDS_TICKET_CLASS] = ticket_classes,
    [WORDS_COUNTER_STATE] = counter_states,
    [WORDS_CHECK_IN] = check_ins,
    [WORDS_HELP_STATE] = help_states,
    [WORDS_REMINDER] = reminders,
    [WORDS_REMINDER_LEVEL] = reminder_levels,
    [WORDS_PETITION] = petitions,
    [WORDS_PETITION_STATE] = petition_states,
    [WORDS_REFUSED_FILE] = refused_files,
    [WORDS_WATCH] = watches,
    [WORDS_CALL_RULE] = call_rules,
    [WORDS_DOSSIER_STATE] = dossier_states,
    [WORDS_DOSSIER_ACTION] = dossier_actions,
    [WORDS_PENDING] = pendings,
    [WORDS_VERDICT] = verdicts,
    [WORDS_OUTCOME] = outcomes,
    [WORDS_CHANNEL] = channels,
    [WORDS_DELIVERY] = deliveries,
    [WORDS_DOCUMENT_FORM] = document_forms,
    [WORDS_APPLICANT_KIND] = applicant_kinds,
    [WORDS_SEX] = sexes,
    [WORDS_IDENTITY_DOCUMENT] = identity_documents,
    [WORDS_STRETCH] = stretches,
    [WORDS_PRINT_STATE] = print_states,
    [WORDS_PRINT_FORM] = print_forms,
    [WORDS_ROLE] = roles,
    [WORDS_FEE_STATE] = fee_states,
    [WORDS_REFUSAL] = refusals,
    [WORDS_BASIS] = bases,
    [WORDS_RECEIVER] = receivers,
    [WORDS_RECEIPT_STATE] = receipt_states,
    [WORDS_YES_NO] = yes_no,
};

const char *word_said(enum vocabulary vocabulary, const char *word, enum language language)
{
    for (const struct word *each = vocabularies[vocabulary]; each->word; each++) {
        if (strcmp(each->word, word) == 0)
            return said(language, each->said);
    }
    return word;
}

const char *word_at(enum vocabulary vocabulary, int index)
{
    const struct word *words = vocabularies[vocabulary];

    for (int i = 0; i < index; i++) {
        if (!words[i].word)
            return NULL;
    }
    return words[index].word;
}
