#include <stdio.h>
#include <string.h>

#include "domain/phone.h"
#include "store/report_rows.h"
#include "usecase/export_report.h"
#include "usecase/report_paper.h"

struct book {
    struct report_table *table;
    const struct catalogue *catalogue;
    bool en;
};

static void add_columns(struct report_table *table, bool paper, bool en)
{
    table_column(table, en ? "Row" : "STT", 12, true);
    table_column(table, en ? "Code" : "Mã hồ sơ", 30, false);
    table_column(table, en ? "Procedure" : "Tên TTHC", 30, false);
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

static void add_reach(struct report_table *table, const struct report_book_row *row)
{
    char phone[PHONE_SHOWN_SIZE] = "", reach[PERSON_ADDRESS_SIZE + PHONE_SHOWN_SIZE + 4];

    if (row->phone && row->phone[0])
        phone_show(row->phone, phone);
    snprintf(reach, sizeof reach, "%s%s%s", row->address ? row->address : "",
             row->address && row->address[0] && phone[0] ? "; " : "", phone);
    table_text(table, reach);
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
    const struct book *book = data;
    struct report_table *table = book->table;
    char number[24];

    snprintf(number, sizeof number, "%04lld", (long long)row->row);
    table_text(table, number);
    table_text(table, row->code);
    table_text(table, row->procedure_name);
    table_text(table, row->applicant);
    add_reach(table, row);
    table_text(table, in_charge(book->catalogue, row->unit));
    table_instant(table, row->accepted_at);
    table_instant(table, row->promised_at);
    table_instant(table, row->returned_at);
    table_text(table, delivery_words(row->delivery, book->en));
    if (table->column_count == 11)
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
    struct book book = {table, command->catalogue, en};
    enum err err = ERR_OK;

    snprintf(table->title, sizeof table->title, "%s",
             en ? "Book of dossiers" : "SỔ THEO DÕI HỒ SƠ");
    snprintf(table->file, sizeof table->file, "so-theo-doi");
    table->at = command->now;
    add_notes(export, en);
    add_columns(table, export->paper, en);
    if (add_rows(tx, export, most, &book) > most)
        err = ERR_TOO_LARGE;
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
