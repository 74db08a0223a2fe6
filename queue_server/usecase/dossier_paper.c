#include "usecase/dossier_paper.h"

#include <string.h>

#include "store/counter_rows.h"
#include "store/shared_rows.h"
#include "usecase/dossier_forms.h"
#include "usecase/ticket_view.h"

/* ---- head ------------------------------------------------------------------------------------ */

static void put_url(struct text *text, const struct dossier_work *work, const char *fragment)
{
    const struct dossier_record *record = &work->record;
    const char *base = work->command->catalogue->public_url;
    struct text url;

    if (!base[0] || !record->code[0])
        return;
    text_init(&url);
    text_printf(&url, "%s/hs/%s?secret=%s%s", base, record->code, record->secret, fragment);
    json_put_string(text, "url", url.data);
    text_release(&url);
}

/* A hand-over slip goes with it. */
static bool is_given(const struct dossier_work *work)
{
    return work->action == ACTION_HAND_OVER || work->action == ACTION_FORWARD;
}

static void put_centre(struct text *text, struct dossier_work *work)
{
    const char *name = work->command->catalogue->name;

    dossier_form_setting(text, "agency_parent", work->tx, "parent", name);
    dossier_form_setting(text, "agency", work->tx, "agency", name);
    dossier_form_setting(text, "place", work->tx, "place", "…");
    dossier_form_setting(text, "hotline", work->tx, "hotline", "");
    json_put_instant(text, "issued_at", work->facts.now);
    json_put_string(text, "printed_by", work->command->actor.code);
}

void dossier_paper_survey(struct text *text, struct dossier_work *work)
{
    put_centre(text, work);
    json_put_string(text, "dossier_code", work->record.code);
    put_url(text, work, "#danh-gia");
}

void dossier_paper_head(struct text *text, struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;

    put_centre(text, work);
    if (!is_given(work)) {
        json_put_string_or_null(text, "dossier_code",
                                record->code[0] ? record->code : record->external_code);
        put_url(text, work, "");
        json_put_string_or_null(text, "secret", record->code[0] ? record->secret : "");
    }
}

/* ---- looking at it --------------------------------------------------------------------------- */

static const char *paper_of(const char *form)
{
    return strcmp(form, "01") == 0 ? "a5" : "a4";
}

enum err dossier_paper_preview(struct dossier_work *work, const struct dossier_note *note,
                               struct text *out_job)
{
    if (work->change.rule->paper == PAPER_NONE)
        return ERR_BAD_VALUE;
    work->preview = true;
    json_open_object(out_job, NULL);
    json_open_object(out_job, "content");
    dossier_paper_head(out_job, work);
    const char *form = dossier_form_write(out_job, work, note);
    json_close_object(out_job);
    json_put_string(out_job, "form", form);
    json_put_string(out_job, "paper", paper_of(form));
    json_put_bool(out_job, "training", work->command->catalogue->training);
    json_put_bool(out_job, "preview", true);
    json_put_instant(out_job, "created_at", work->facts.now);
    json_close_object(out_job);
    return out_job->failed ? ERR_NO_MEMORY : ERR_OK;
}

/* ---- the outbox ------------------------------------------------------------------------------ */

/* The printer of the counter where the officer sits, else of the first site. */
static const char *printer_at(struct dossier_work *work, const char *paper)
{
    const struct catalogue *catalogue = work->command->catalogue;
    struct counter_record counter;

    if (counter_rows_of_account(work->tx, work->actor.officer.account, &counter))
        return catalogue_printer_of(catalogue, false, counter.code, counter.site, paper);
    const int site = catalogue_first_site(catalogue);

    return site == QUEUE_NONE ? ""
                              : catalogue_printer(catalogue, catalogue->sites[site].code, paper);
}

void dossier_paper_queue(struct dossier_work *work, int64_t id, const char *form, const char *paper,
                         const struct text *content)
{
    char subject[TICKET_ID_SIZE];

    opaque_id('d', work->record.id, subject);
    if (content->failed)
        sql_fail(work->tx, ERR_NO_MEMORY);
    else
        print_rows_insert(work->tx, &(struct print_request){.id = id,
                                                            .form = form,
                                                            .paper = paper,
                                                            .subject = subject,
                                                            .printer = printer_at(work, paper),
                                                            .content = content->data,
                                                            .actor = work->command->actor.code,
                                                            .at = work->command->now,
                                                            .copy = 1});
}

void dossier_paper_print(struct dossier_work *work, const struct dossier_note *note)
{
    struct text text;

    if (work->change.rule->paper == PAPER_NONE && !is_given(work))
        return;
    text_init(&text);
    json_open_object(&text, NULL);
    dossier_paper_head(&text, work);
    const char *form = dossier_form_write(&text, work, note);
    json_close_object(&text);
    dossier_paper_queue(work, work->record.version, form, paper_of(form), &text);
    text_release(&text);
}
