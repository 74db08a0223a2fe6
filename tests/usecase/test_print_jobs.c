/* Rules checked. */
#include "support/played_office.h"

#include <fcntl.h>
#include <unistd.h>

#include "store/event_log.h"
#include "usecase/print_journal.h"
#include "usecase/print_progress.h"
#include "usecase/read_print.h"
#include "usecase/reprint.h"
#include "usecase/resolve_print.h"

enum { MORNING = 8 * 3600 };

struct fixture {
    struct played_office played;
    char pages[FOLDER_PATH_SIZE];
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);

    assert_non_null(fixture);
    played_open(&fixture->played);
    assert_int_equal(print_pages_make(fixture->played.folder, fixture->pages), ERR_OK);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    played_close(&fixture->played);
    played_remove(&fixture->played);
    free(fixture);
    return 0;
}

/* ---- verbs ----------------------------------------------------------------------------------- */

/* The print job of a new ticket: it has the ticket's number. */
static int64_t new_job(struct fixture *fixture)
{
    return played_issue(&fixture->played, MORNING, "A", "P0");
}

static enum print_state progress(struct fixture *fixture, int64_t id, enum print_news news,
                                 const char *message)
{
    struct print_progress progress = {.id = id, .news = news, .job = 41};

    if (news == NEWS_RENDERED)
        memset(progress.sha256, 'a', sizeof progress.sha256 - 1);
    snprintf(progress.message, sizeof progress.message, "%s", message);
    assert_int_equal(played_run(&fixture->played, &progress.command, "", print_progress_run, true),
                     ERR_OK);
    return progress.state;
}

static struct print_record read_job(struct fixture *fixture, int64_t id)
{
    struct read_print read = {.id = id};

    assert_int_equal(played_run(&fixture->played, &read.command, "", read_print_run, false),
                     ERR_OK);
    return read.record;
}

static enum err again(struct fixture *fixture, int64_t id, const char *reason,
                      struct print_record *out_record)
{
    struct reprint reprint = {.id = id};
    enum err err;

    snprintf(reprint.reason, sizeof reprint.reason, "%s", reason);
    err = played_run(&fixture->played, &reprint.command, "1", reprint_run, true);
    *out_record = reprint.record;
    return err;
}

static enum err resolve(struct fixture *fixture, int64_t id, enum print_state found)
{
    struct resolve_print resolve = {.id = id, .found = found};

    return played_run(&fixture->played, &resolve.command, "1", resolve_print_run, true);
}

/* ---- direct sight of rows -------------------------------------------------------------------- */

struct look {
    struct store_request request;
    struct log_head head;
    char kinds[8][EVENT_KIND_SIZE]; /* of the newest events, oldest first */
    char *data;                     /* of the newest */
    int count;
    bool done;
};

static int keep_event(const struct event *event, void *data)
{
    struct look *look = data;

    memcpy(look->kinds[look->count++ % 8], event->kind, EVENT_KIND_SIZE);
    free(look->data);
    look->data = strdup(event->data);
    return 1;
}

static enum err look_work(struct store_tx *tx, struct store_request *request)
{
    struct look *look = container_of(request, struct look, request);

    event_log_load_head(tx, &look->head);
    event_log_read(tx, look->head.seq > 4 ? look->head.seq - 4 : 0, 4, keep_event, look);
    return ERR_OK;
}

static void look_done(struct store_request *request, enum err outcome)
{
    assert_int_equal(outcome, ERR_OK);
    container_of(request, struct look, request)->done = true;
}

/* The last events, and how many there are; data is owned by the caller. */
static struct look look_at_log(struct fixture *fixture)
{
    struct look look = {.request = {.work = look_work, .done = look_done}};

    assert_int_equal(store_read(fixture->played.store, &look.request), ERR_OK);
    while (!look.done)
        uv_run(&fixture->played.loop, UV_RUN_ONCE);
    return look;
}

static int64_t log_length(struct fixture *fixture)
{
    struct look look = look_at_log(fixture);

    free(look.data);
    return look.head.seq;
}

/* A catalogue with one printer at the site, in force from now on. */
static void set_printer(struct fixture *fixture, const char *destination)
{
    struct catalogue *catalogue = fixture->played.office.present;

    catalogue->printer_count = destination[0] ? 1 : 0;
    snprintf(catalogue->printers[0].destination, sizeof catalogue->printers[0].destination, "%s",
             destination);
    snprintf(catalogue->printers[0].site, sizeof catalogue->printers[0].site, "TT");
    snprintf(catalogue->printers[0].paper, sizeof catalogue->printers[0].paper, "80mm");
}

/* ---- progress -------------------------------------------------------------------------------- */

static void a_ticket_brings_its_print_job(void **state) /* */
{
    struct fixture *fixture = *state;
    const struct print_record record = read_job(fixture, new_job(fixture));

    assert_int_equal(record.state, PRINT_QUEUED);
    assert_string_equal(record.form, "ticket");
    assert_string_equal(record.paper, "80mm");
    assert_string_equal(record.printer, "");
    assert_int_equal(record.copy, 1);
}

static void each_step_is_stored_and_told_once(void **state) /* */
{
    struct fixture *fixture = *state;
    int64_t job, before;
    struct look look;

    set_printer(fixture, "cups:PHIEU");
    job = new_job(fixture);
    before = log_length(fixture);
    assert_int_equal(progress(fixture, job, NEWS_CREATED, ""), PRINT_CREATED);
    assert_int_equal(read_job(fixture, job).job, 41);
    assert_int_equal(progress(fixture, job, NEWS_CREATED, ""), PRINT_CREATED);
    assert_int_equal(progress(fixture, job, NEWS_SENT, ""), PRINT_SENT);
    assert_int_equal(progress(fixture, job, NEWS_SENT, ""), PRINT_SENT);
    assert_int_equal(progress(fixture, job, NEWS_PRINTED, ""), PRINT_PRINTED);
    assert_int_equal(progress(fixture, job, NEWS_ATTENTION, "x"), PRINT_PRINTED);
    look = look_at_log(fixture);
    assert_int_equal(look.head.seq, before + 3);
    assert_string_equal(look.kinds[1], "print_created");
    assert_string_equal(look.kinds[2], "print_sent");
    assert_string_equal(look.kinds[3], "print_printed");
    assert_non_null(strstr(look.data, "\"site\":\"TT\""));
    assert_non_null(strstr(look.data, "\"state\":\"printed\""));
    assert_null(strstr(look.data, "content"));
    free(look.data);
    assert_string_equal(read_job(fixture, job).message, "");
}

static void waiting_is_told_when_its_reason_changes(void **state)
{
    struct fixture *fixture = *state;
    int64_t job, before;

    set_printer(fixture, "cups:PHIEU");
    job = new_job(fixture);
    before = log_length(fixture);
    progress(fixture, job, NEWS_WAITING, "Máy in hết giấy");
    progress(fixture, job, NEWS_WAITING, "Máy in hết giấy");
    assert_int_equal(log_length(fixture), before + 1);
    assert_string_equal(read_job(fixture, job).message, "Máy in hết giấy");
    progress(fixture, job, NEWS_CREATED, "");
    assert_string_equal(read_job(fixture, job).message, "");
}

static void a_page_without_a_printer_is_kept_and_settled(void **state) /* */
{
    struct fixture *fixture = *state;
    const int64_t job = new_job(fixture);
    struct print_record record;

    assert_int_equal(progress(fixture, job, NEWS_RENDERED, ""), PRINT_KEPT);
    record = read_job(fixture, job);
    assert_int_equal(strspn(record.sha256, "a"), PRINT_SHA256_SIZE - 1);
    assert_string_equal(print_state_name(record.state), "created");
}

static void a_page_of_a_printer_job_is_stored_without_an_event(void **state)
{
    struct fixture *fixture = *state;
    int64_t job, before;

    set_printer(fixture, "cups:PHIEU");
    job = new_job(fixture);
    before = log_length(fixture);
    assert_int_equal(progress(fixture, job, NEWS_RENDERED, ""), PRINT_QUEUED);
    assert_int_equal(log_length(fixture), before);
    assert_int_equal(strlen(read_job(fixture, job).sha256), 64);
}

static void the_printer_may_give_another_number(void **state) /* the first one was lost */
{
    struct fixture *fixture = *state;
    struct print_progress news = {.news = NEWS_CREATED, .job = 7};

    set_printer(fixture, "cups:PHIEU");
    news.id = new_job(fixture);
    progress(fixture, news.id, NEWS_CREATED, "");
    assert_int_equal(played_run(&fixture->played, &news.command, "", print_progress_run, true),
                     ERR_OK);
    assert_int_equal(read_job(fixture, news.id).job, 7);
}

static void news_of_an_unknown_job_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct print_progress news = {.id = 99999, .news = NEWS_SENT};

    assert_int_equal(played_run(&fixture->played, &news.command, "", print_progress_run, true),
                     ERR_NOT_FOUND);
}

/* ---- again, and what was found --------------------------------------------------------------- */

static void a_reprint_is_a_new_job_with_the_next_copy_number(void **state) /* */
{
    struct fixture *fixture = *state;
    const int64_t first = new_job(fixture), other = new_job(fixture);
    struct print_record second, third, of_other;
    struct look look;

    assert_int_equal(again(fixture, first, "Kẹt giấy", &second), ERR_OK);
    look = look_at_log(fixture);
    assert_string_equal(look.kinds[3], "print_again");
    assert_non_null(strstr(look.data, "\"reason\":\"Kẹt giấy\""));
    assert_int_equal(second.id, look.head.seq);
    free(look.data);
    assert_int_equal(again(fixture, second.id, "Mờ", &third), ERR_OK);
    assert_int_equal(again(fixture, other, "Mờ", &of_other), ERR_OK);
    assert_int_equal(second.copy, 2);
    assert_int_equal(third.copy, 3);
    assert_int_equal(of_other.copy, 2);
    second = read_job(fixture, second.id);
    assert_int_equal(second.state, PRINT_QUEUED);
    assert_string_equal(second.subject, read_job(fixture, first).subject);
    assert_string_equal(second.created_by, "canbo1");
}

static void a_reprint_goes_to_the_printer_of_today(void **state) /* */
{
    struct fixture *fixture = *state;
    const int64_t first = new_job(fixture);
    struct print_record second;

    set_printer(fixture, "cups:MOI");
    assert_int_equal(again(fixture, first, "Có máy in", &second), ERR_OK);
    assert_string_equal(second.printer, "cups:MOI");
}

static void a_reprint_needs_a_reason_and_a_job(void **state) /* */
{
    struct fixture *fixture = *state;
    struct print_record record;

    assert_int_equal(again(fixture, new_job(fixture), "", &record), ERR_REASON_MISSING);
    assert_int_equal(again(fixture, 0, "x", &record), ERR_NOT_FOUND);
}

static void a_person_resolves_attention_once(void **state) /* */
{
    struct fixture *fixture = *state;
    int64_t job;

    set_printer(fixture, "cups:PHIEU");
    job = new_job(fixture);
    assert_int_equal(resolve(fixture, job, PRINT_PRINTED), ERR_STATE_FORBIDS);
    progress(fixture, job, NEWS_ATTENTION, "hãy xem giấy");
    assert_int_equal(resolve(fixture, job, PRINT_CANCELLED), ERR_OK);
    assert_int_equal(read_job(fixture, job).state, PRINT_CANCELLED);
    assert_string_equal(read_job(fixture, job).message, "");
    assert_int_equal(resolve(fixture, job, PRINT_PRINTED), ERR_STATE_FORBIDS);
    assert_int_equal(resolve(fixture, 0, PRINT_PRINTED), ERR_NOT_FOUND);
}

/* ---- pages ----------------------------------------------------------------------------------- */

static void write_page(const struct fixture *fixture, int64_t id, const char *bytes)
{
    char path[FOLDER_PATH_SIZE];
    FILE *file;

    assert_int_equal(print_pages_path(fixture->pages, id, path), ERR_OK);
    file = fopen(path, "wb");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static enum err read_page(struct fixture *fixture, int64_t id, size_t *out_length)
{
    struct read_page read = {.id = id, .pages = fixture->pages};
    const enum err err = played_run(&fixture->played, &read.command, "", read_page_run, false);

    *out_length = read.bytes.length;
    text_release(&read.bytes);
    return err;
}

static void a_page_is_read_when_it_is_there(void **state) /* */
{
    struct fixture *fixture = *state;
    const int64_t job = new_job(fixture);
    char path[FOLDER_PATH_SIZE];
    size_t length;

    assert_int_equal(read_page(fixture, job, &length), ERR_NO_PAGE);
    write_page(fixture, job, "%PDF-1.5");
    assert_int_equal(read_page(fixture, job, &length), ERR_OK);
    assert_int_equal(length, 8);
    assert_int_equal(read_page(fixture, job + 1000, &length), ERR_NOT_FOUND);
    assert_int_equal(print_pages_path(fixture->pages, job, path), ERR_OK);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("/etc/hostname", path), 0); /* not a page of ours */
    assert_int_equal(read_page(fixture, job, &length), ERR_FILE);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static int count_items(const struct text *items)
{
    int count = 0;

    for (const char *at = items->data; at && (at = strstr(at, "{\"id\":")); at++)
        count++;
    return count;
}

static int list(struct fixture *fixture, unsigned states, int64_t before, int limit,
                int64_t *out_next)
{
    struct read_prints read = {.states = states, .before = before, .limit = limit};

    assert_int_equal(played_run(&fixture->played, &read.command, "", read_prints_run, false),
                     ERR_OK);
    const int count = count_items(&read.items);
    *out_next = read.next[0] ? opaque_id_parse('p', read.next) : 0;
    text_release(&read.items);
    return count;
}

static void lists_give_each_job_once(void **state)
{
    struct fixture *fixture = *state;
    int64_t jobs[7], next;

    for (int i = 0; i < 7; i++)
        jobs[i] = new_job(fixture);
    progress(fixture, jobs[2], NEWS_RENDERED, "");
    progress(fixture, jobs[4], NEWS_RENDERED, "");
    assert_int_equal(list(fixture, 0, INT64_MAX, 3, &next), 3);
    assert_int_equal(next, jobs[4]);
    assert_int_equal(list(fixture, 0, next, 4, &next), 4);
    assert_int_equal(next, 0);
    assert_int_equal(list(fixture, 1u << PRINT_QUEUED, INT64_MAX, 10, &next), 5);
    assert_int_equal(list(fixture, print_states_of_name("created"), INT64_MAX, 10, &next), 2);
    assert_int_equal(list(fixture, 1u << PRINT_QUEUED, INT64_MAX, 5, &next), 5);
    assert_int_equal(next, 0);
    assert_int_equal(list(fixture, 1u << PRINT_QUEUED, INT64_MAX, 2, &next), 2);
    assert_int_equal(next, jobs[5]);
    assert_int_equal(list(fixture, 1u << PRINT_QUEUED, next, 10, &next), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define EACH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        EACH(a_ticket_brings_its_print_job),
        EACH(each_step_is_stored_and_told_once),
        EACH(waiting_is_told_when_its_reason_changes),
        EACH(a_page_without_a_printer_is_kept_and_settled),
        EACH(a_page_of_a_printer_job_is_stored_without_an_event),
        EACH(the_printer_may_give_another_number),
        EACH(news_of_an_unknown_job_is_refused),
        EACH(a_reprint_is_a_new_job_with_the_next_copy_number),
        EACH(a_reprint_goes_to_the_printer_of_today),
        EACH(a_reprint_needs_a_reason_and_a_job),
        EACH(a_person_resolves_attention_once),
        EACH(a_page_is_read_when_it_is_there),
        EACH(lists_give_each_job_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
