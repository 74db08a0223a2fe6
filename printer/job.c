#include "printer/job.h"

#include <stdio.h>
#include <string.h>

#include "printer/content_fields.h"

static const struct {
    const char *name, *title;
    enum paper paper;
} forms[] = {
    [FORM_TICKET] = {"ticket", "Phiếu số thứ tự", PAPER_80MM},
    [FORM_RECEIPT] = {"01", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", PAPER_A5},
    [FORM_SUPPLEMENT] = {"02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", PAPER_A4},
    [FORM_REFUSAL] = {"03", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", PAPER_A4},
    [FORM_APOLOGY] = {"04", "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", PAPER_A4},
    [FORM_STOP] = {"05", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", PAPER_A4},
    [FORM_CONTROL] = {"06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", PAPER_A4},
    [FORM_BOOK] = {"07", "SỔ THEO DÕI HỒ SƠ", PAPER_A4},
    [FORM_RETURN] = {"return", "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ", PAPER_A5},
    [FORM_HANDOVER] = {"handover", "PHIẾU BÀN GIAO HỒ SƠ", PAPER_A4},
    [FORM_PAPERS] = {"papers", "DANH MỤC GIẤY TỜ TRẢ LẠI", PAPER_A5},
    [FORM_FEE] = {"fee", "BIÊN LAI THU PHÍ, LỆ PHÍ", PAPER_A5},
    [FORM_SURVEY] = {"survey", "PHIẾU ĐÁNH GIÁ, GÓP Ý", PAPER_A5},
    [FORM_REPORT] = {"report", "BÁO CÁO", PAPER_A4},
    [FORM_TEST] = {"test", "TRANG IN THỬ", PAPER_A4},
};
static const char *const papers[] = {[PAPER_80MM] = "80mm", [PAPER_A5] = "a5", [PAPER_A4] = "a4"};

/* "ticket", "01" ...; ERR_BAD_VALUE for another name. */
static enum err form_parse(const char *text, enum form *out_form)
{
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (strcmp(text, forms[i].name) == 0) {
            *out_form = (enum form)i;
            return ERR_OK;
        }
    return ERR_BAD_VALUE;
}

const char *form_title(enum form form)
{
    return forms[form].title;
}

/* "80mm", "a5" or "a4"; ERR_BAD_VALUE for another name. */
static enum err paper_parse(const char *text, enum paper *out_paper)
{
    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
        if (strcmp(text, papers[i]) == 0) {
            *out_paper = (enum paper)i;
            return ERR_OK;
        }
    return ERR_BAD_VALUE;
}

static enum err refuse(struct fault *fault, const char *field, enum err err)
{
    fault->err = err;
    snprintf(fault->field, sizeof fault->field, "%s", field);
    return err;
}

static enum err choose_form(struct job *job, const struct job_fields *fields, const char *form_text,
                            struct fault *fault)
{
    const char *text = fields->form ? fields->form : form_text;

    if (!text)
        return refuse(fault, "form", ERR_MISSING_FIELD);
    if (form_parse(text, &job->form) != ERR_OK || (form_text && strcmp(text, form_text) != 0))
        return refuse(fault, "form", ERR_BAD_VALUE);
    return ERR_OK;
}

static enum err choose_paper(struct job *job, const struct job_fields *fields,
                             const char *paper_text, struct fault *fault)
{
    const char *text = paper_text ? paper_text : fields->paper;

    job->paper = forms[job->form].paper;
    if (text && paper_parse(text, &job->paper) != ERR_OK)
        return refuse(fault, "paper", ERR_BAD_VALUE);
    if (job->form != FORM_TEST && (job->form == FORM_TICKET) != job_is_on_roll(job))
        return refuse(fault, "paper", ERR_BAD_VALUE);
    return ERR_OK;
}

/* What the tables cannot say: fields that only mean something together. */
static enum err check_content(const struct job *job, struct fault *fault)
{
    const struct ticket *ticket = &job->content.ticket;

    if (job->form == FORM_TICKET && ((ticket->wait_low_min < 0) != (ticket->wait_high_min < 0) ||
                                     ticket->wait_low_min > ticket->wait_high_min))
        return refuse(fault, "content.wait_high_min", ERR_BAD_VALUE);
    return ERR_OK;
}

enum err job_make(struct job *job, const struct job_fields *fields, const char *form_text,
                  const char *paper_text, struct fault *out_fault)
{
    const struct field_set *sets[2];
    enum err err;

    if ((err = choose_form(job, fields, form_text, out_fault)) != ERR_OK)
        return err;
    if ((err = choose_paper(job, fields, paper_text, out_fault)) != ERR_OK)
        return err;
    if (fields->copy == 0)
        return refuse(out_fault, "copy", ERR_BAD_VALUE);
    job->id = fields->id;
    job->copy = fields->copy < 0 ? 1 : fields->copy;
    job->training = fields->training;
    job->preview = fields->preview;
    job->created_at = fields->created_at.at;
    err = fields_read(&job->pool, fields->content, sets, content_fields(job->form, sets),
                      "content.", &job->content, out_fault);
    return err == ERR_OK ? check_content(job, out_fault) : err;
}

#define JOB_FIELD(member, kind, required, most)                                                    \
    {                                                                                              \
#member, kind, required, offsetof(struct job_fields, member), most, NULL                   \
    }

enum err job_read(struct job *job, const char *json, size_t length, const char *form_text,
                  const char *paper_text, struct fault *out_fault)
{
    static const struct field table[] = {
        JOB_FIELD(id, FIELD_TEXT, false, JOB_ID_MOST),
        JOB_FIELD(form, FIELD_TEXT, false, 16),
        JOB_FIELD(paper, FIELD_TEXT, false, 16),
        JOB_FIELD(copy, FIELD_INTEGER, false, JOB_COPY_MOST),
        JOB_FIELD(training, FIELD_BOOLEAN, false, 0),
        JOB_FIELD(preview, FIELD_BOOLEAN, false, 0),
        JOB_FIELD(created_at, FIELD_MOMENT, true, 0),
        JOB_FIELD(content, FIELD_OBJECT, true, 0),
    };
    static const struct field_set set = {table, sizeof table / sizeof table[0],
                                         sizeof(struct job_fields)};
    static const struct field_set *const sets[] = {&set};
    struct job_fields fields = {0};
    json_t *root = json_loadb(json, length, JSON_REJECT_DUPLICATES, NULL);
    enum err err;

    if (!root)
        return refuse(out_fault, "", ERR_MALFORMED);
    err = fields_read(&job->pool, root, sets, 1, "", &fields, out_fault);
    if (err == ERR_OK)
        err = job_make(job, &fields, form_text, paper_text, out_fault);
    json_decref(root);
    return err;
}

void job_release(struct job *job)
{
    pool_release(&job->pool);
    *job = (struct job){0};
}
