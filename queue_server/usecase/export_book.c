#include <stdio.h>
#include <string.h>

#include "domain/phone.h"
#include "store/report_rows.h"
#include "usecase/export_report.h"
#include "usecase/report_paper.h"

/* Columns whose value may have been corrected. */
enum part { PART_NAME, PART_REACH, PART_ACCEPTED, PART_RETURNED, PART_COUNT };

enum { STRUCK_MOST = 300 /* bytes of old values in a row of paper: more would outgrow a page */ };

struct book {
    struct store_tx *tx;
    struct report_table *table;
    const struct catalogue *catalogue;
    bool paper, en;
    struct text before[PART_COUNT]; /* of the row in hand: what stood there, "" for none */
    bool corrected;                 /* some row was */
};

static void add_columns(struct report_table *table, bool paper, bool en)
{
    table_column(table, en ? "Row" : "STT", 10, true);
    table_column(table, en ? "Code" : "Mã hồ sơ", 34, false);
    table_column(table, en ? "Procedure" : "Tên TTHC", 28, false);
    table_column(table, en ? "Applicant" : "Tên tổ chức, cá nhân", 20, false);
    table_column(table, en ? "Address, telephone" : "Địa chỉ, số điện thoại", 26, false);
    table_column(table, en ? "Unit in charge" : "Cơ quan chủ trì giải quyết", 18, false);
    table_column(table, en ? "Received" : "Nhận hồ sơ", 17, false);
    table_column(table, en ? "Promised" : "Hẹn trả", 17, false);
    table_column(table, en ? "Returned" : "Trả kết quả", 17, false);
    table_column(table, en ? "Way of delivery" : "Phương thức nhận kết quả", 15, false);
    if (paper)
        table_column(table, "Ký nhận", 12, false);
}

static const char *delivery_words(const char *delivery, bool en)
{
    if (strcmp(delivery, "post") == 0)
        return en ? "post" : "Bưu chính công ích";
    if (strcmp(delivery, "online") == 0)
        return en ? "online" : "Trực tuyến";
    return en ? "at the centre" : "Tại Trung tâm";
}

/* ---- what stood there before: struck on paper, in words in a file. Rule R-816 ---------------- */

static enum part part_of(const char *field)
{
    static const struct {
        const char *field;
        enum part part;
    } parts[] = {{"full_name", PART_NAME},
                 {"address", PART_REACH},
                 {"phone", PART_REACH},
                 {"accepted_at", PART_ACCEPTED},
                 {"returned_at", PART_RETURNED}};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].field, field) == 0)
            return parts[i].part;
    return PART_COUNT;
}

/* As it was read in the book: a moment as the others, a phone number as people write it. */
static void show_before(struct text *text, const char *field, const char *old)
{
    struct report_cell moment = {.kind = CELL_INSTANT};
    char phone[PHONE_SHOWN_SIZE];

    if (instant_parse(old, strlen(old), &moment.instant) == ERR_OK) {
        cell_read(text, &moment);
    } else if (strcmp(field, "phone") == 0) {
        phone_show(old, phone);
        text_add(text, phone);
    } else {
        text_add(text, old);
    }
}

static void keep_before(const char *field, const char *old, void *data)
{
    struct book *book = data;
    const enum part part = part_of(field);

    if (part == PART_COUNT || !old[0])
        return;
    if (book->before[part].length)
        text_add(&book->before[part], "; ");
    show_before(&book->before[part], field, old);
    book->corrected = true;
}

/* The last bytes of it that stay on a page; what was older is not told. */
static void add_struck(struct report_table *table, const char *before)
{
    const size_t length = strlen(before);
    char cut[STRUCK_MOST + 8];

    if (length <= STRUCK_MOST) {
        table_struck(table, before);
        return;
    }
    before += length - STRUCK_MOST;
    while (((unsigned char)*before & 0xc0) == 0x80)
        before++;
    snprintf(cut, sizeof cut, "… %s", before);
    table_struck(table, cut);
}

/* A cell that reads `now`, and what stood there before. */
static void add_corrected(struct book *book, const struct text *before, const char *now)
{
    struct text words;

    text_init(&words);
    text_printf(&words, book->en ? "%s%s(corrected; was: %s)" : "%s%s(đã sửa; cũ: %s)", now,
                now[0] ? " " : "", before->data);
    table_text(book->table, words.data ? words.data : "");
    book->table->failed = book->table->failed || words.failed;
    text_release(&words);
}

static void add_text(struct book *book, enum part part, const char *now)
{
    const struct text *before = &book->before[part];

    if (before->length && !book->paper) {
        add_corrected(book, before, now);
        return;
    }
    table_text(book->table, now);
    if (before->length)
        add_struck(book->table, before->data);
}

static void add_instant(struct book *book, enum part part, struct instant now)
{
    const struct report_cell cell = {.kind = CELL_INSTANT, .instant = now};
    struct text shown;

    if (!book->before[part].length) {
        table_instant(book->table, now);
        return;
    }
    text_init(&shown);
    cell_read(&shown, &cell);
    add_text(book, part, shown.data ? shown.data : "");
    book->table->failed = book->table->failed || shown.failed;
    text_release(&shown);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void add_reach(struct book *book, const struct report_book_row *row)
{
    char phone[PHONE_SHOWN_SIZE] = "", reach[PERSON_ADDRESS_SIZE + PHONE_SHOWN_SIZE + 4];

    if (row->phone && row->phone[0])
        phone_show(row->phone, phone);
    snprintf(reach, sizeof reach, "%s%s%s", row->address ? row->address : "",
             row->address && row->address[0] && phone[0] ? "; " : "", phone);
    add_text(book, PART_REACH, reach);
}

/* The name of the unit, or of the other agency that decides. */
static const char *in_charge(const struct catalogue *catalogue, const char *code)
{
    const int unit = catalogue_unit(catalogue, code), agency = catalogue_agency(catalogue, code);

    if (unit != QUEUE_NONE)
        return catalogue->units[unit].name;
    return agency == QUEUE_NONE ? code : catalogue->agencies[agency].name;
}

static void add_row(const struct report_book_row *row, void *data)
{
    struct book *book = data;
    struct report_table *table = book->table;
    char number[24];

    for (int i = 0; i < PART_COUNT; i++)
        text_clear(&book->before[i]);
    if (row->corrected)
        report_rows_book_before(book->tx, row->dossier, keep_before, book);
    snprintf(number, sizeof number, "%04lld", (long long)row->row);
    table_text(table, number);
    table_text(table, row->code);
    table_text(table, row->procedure_name);
    add_text(book, PART_NAME, row->applicant);
    add_reach(book, row);
    table_text(table, in_charge(book->catalogue, row->unit));
    add_instant(book, PART_ACCEPTED, row->accepted_at);
    table_instant(table, row->promised_at);
    add_instant(book, PART_RETURNED, row->returned_at);
    table_text(table, delivery_words(row->delivery, book->en));
    if (book->paper)
        table_text(table, ""); /* to sign */
}

static void add_notes(struct export_book *export, bool en)
{
    const struct period *period = &export->period;
    const struct civil from = date_civil(period->from), to = date_civil(period->to);

    table_note(&export->table,
               en ? "Field: %s. Received from %02d/%02d/%04d to %02d/%02d/%04d."
                  : "Lĩnh vực: %s. Hồ sơ tiếp nhận từ ngày %02d/%02d/%04d đến hết ngày "
                    "%02d/%02d/%04d.",
               export->field, from.day, from.month, from.year, to.day, to.month, to.year);
    if (from.year == to.year)
        table_note(&export->table, en ? "Book: 01/%d." : "Quyển số: 01/%d.", from.year);
}

static void add_note_of_corrections(const struct book *book)
{
    if (!book->corrected)
        return;
    if (book->paper)
        table_note(book->table, "Phần gạch ngang là giá trị cũ, trước khi đính chính được duyệt.");
    else
        table_note(book->table,
                   book->en ? "In brackets: what stood there before an approved correction."
                            : "Trong ngoặc là giá trị cũ, trước khi đính chính được duyệt.");
}

/* Rows year by year, for each year has a book of its own; how many, `most` + 1 at most. R-814. */
static int add_rows(struct store_tx *tx, const struct export_book *export, int most,
                    struct book *book)
{
    const struct date past = {export->period.to.day + 1};
    struct date from = export->period.from;
    int count = 0;

    while (date_before(from, past) && count <= most) {
        const struct date next = date_from_civil((struct civil){date_civil(from).year + 1, 1, 1});
        const struct date to = date_before(next, past) ? next : past;

        count += report_rows_book(tx, export->field, instant_on_date(from, 0),
                                  instant_on_date(to, 0), most + 1 - count, add_row, book);
        from = to;
    }
    return count;
}

void export_book_release(struct export_book *export)
{
    report_table_release(&export->table);
    text_release(&export->content);
}

enum err export_book_run(struct store_tx *tx, struct command *command)
{
    struct export_book *export = container_of(command, struct export_book, command);
    const bool en = !export->paper && command->language == LANGUAGE_EN;
    const int most = export->paper ? PAPER_ROWS_MAX : EXPORT_ROWS_MAX;
    struct report_table *table = &export->table;
    struct book book = {.tx = tx,
                        .table = table,
                        .catalogue = command->catalogue,
                        .paper = export->paper,
                        .en = en};
    enum err err = ERR_OK;

    snprintf(table->title, sizeof table->title, "%s",
             en ? "Book of dossiers" : "SỔ THEO DÕI HỒ SƠ");
    snprintf(table->file, sizeof table->file, "so-theo-doi");
    table->at = command->now;
    add_notes(export, en);
    add_columns(table, export->paper, en);
    if (add_rows(tx, export, most, &book) > most)
        err = ERR_TOO_LARGE;
    add_note_of_corrections(&book);
    for (int i = 0; i < PART_COUNT; i++) {
        table->failed = table->failed || book.before[i].failed;
        text_release(&book.before[i]);
    }
    if (err == ERR_OK && export->paper)
        report_paper_write(tx, command, table, &export->content);
    if (err == ERR_OK && (table->failed || export->content.failed))
        err = ERR_NO_MEMORY;
    if (err == ERR_OK)
        err = sql_outcome(tx);
    if (err != ERR_OK)
        export_book_release(export);
    return err;
}
