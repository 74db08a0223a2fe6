#include <stdio.h>
#include <string.h>

#include "store/account_rows.h"
#include "usecase/export_report.h"
#include "usecase/report_paper.h"

static void add_columns(struct report_table *table, bool paper, bool en)
{
    table_column(table, en ? "Code" : "Mã hồ sơ", paper ? 34 : 24, false);
    table_column(table, en ? "Procedure" : "Thủ tục", 46, false);
    if (!paper)
        table_column(table, en ? "Field" : "Lĩnh vực", 22, false);
    table_column(table, en ? "Applicant" : "Người nộp", 24, false);
    if (!paper)
        table_column(table, en ? "Unit" : "Đơn vị", 24, false);
    table_column(table, en ? "Officer" : "Phụ trách", 22, false);
    table_column(table, en ? "State" : "Trạng thái", 18, false);
    if (!paper)
        table_column(table, en ? "Accepted" : "Tiếp nhận", 17, true);
    table_column(table, en ? "Legal due date" : "Hạn trả", 17, true);
    table_column(table, en ? "Working days left" : "Ngày làm việc còn lại", 12, true);
    table_column(table, en ? "Next step" : "Cần làm", 22, false);
    if (!paper)
        table_column(table, en ? "Figures of" : "Số liệu lúc", 17, true);
}

static const char *officer_name(struct store_tx *tx, const char *account,
                                struct directory_account *space)
{
    if (!account[0])
        return "";
    return account_rows_get(tx, account, space) ? space->name : account;
}

static const char *unit_name(const struct catalogue *catalogue, const char *code)
{
    const int unit = catalogue_unit(catalogue, code);

    return unit == QUEUE_NONE ? code : catalogue->units[unit].name;
}

static const char *next_step(const struct open_item *item, bool en)
{
    if (item->decision_signed)
        return en ? "Issue the result" : "Phát hành kết quả đã ký";
    return en ? "Sign" : "Giải quyết, trình ký";
}

static void add_row(struct store_tx *tx, struct export_open *export, const struct open_item *item,
                    const struct dossier_record *record, bool en)
{
    struct report_table *table = &export->table;
    const struct officer *officer = &record->dossier.responsible;
    struct directory_account account;

    table_text(table, record->code[0] ? record->code : record->external_code);
    table_text(table, record->procedure_name);
    if (!export->paper)
        table_text(table, record->field);
    table_text(table, record->applicant_name);
    if (!export->paper)
        table_text(table, unit_name(export->list.command.catalogue, officer->unit));
    table_text(table, officer_name(tx, officer->account, &account));
    table_text(table, en ? dossier_state_name(record->dossier.state)
                         : dossier_state_title(record->dossier.state));
    if (!export->paper)
        table_instant(table, record->dossier.accepted_at);
    table_instant(table,
                  record->due.kind == DUE_NONE || record->paused ? instant_none() : record->due.at);
    if (item->dated)
        table_count(table, item->days);
    else
        table_text(table, "");
    table_text(table, next_step(item, en));
    if (!export->paper)
        table_instant(table, export->list.day.now);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void set_title(struct export_open *export, bool en)
{
    const struct open_filter *filter = &export->list.filter;
    struct report_table *table = &export->table;
    const bool late = filter->has_to && filter->days_to < 0;
    char today[DATE_TEXT_SIZE];

    date_format(export->list.day.today, today);
    snprintf(table->title, sizeof table->title, "%s",
             late ? (en ? "Overdue dossiers" : "DANH SÁCH HỒ SƠ QUÁ HẠN")
             : filter->due_today
                 ? (en ? "Dossiers to be settled today" : "DANH SÁCH HỒ SƠ PHẢI XONG TRONG NGÀY")
                 : (en ? "Open dossiers" : "DANH SÁCH HỒ SƠ ĐANG GIẢI QUYẾT"));
    snprintf(table->file, sizeof table->file, "%s-%s",
             late                ? "qua-han"
             : filter->due_today ? "phai-xong"
                                 : "dang-giai-quyet",
             today);
    table->at = export->list.command.now;
}

static void add_notes(struct export_open *export, bool en)
{
    const struct list_open *list = &export->list;
    const struct civil day = date_civil(list->day.today);
    const int second = second_of_day(list->day.now);

    table_note(&export->table,
               en ? "Figures of %02d:%02d on %02d/%02d/%04d: %lld dossiers."
                  : "Số liệu lúc %02d giờ %02d phút ngày %02d/%02d/%04d: %lld hồ sơ.",
               second / 3600, second / 60 % 60, day.day, day.month, day.year, (long long)list->all);
    table_note(&export->table, "%s",
               en ? "Negative days: so many working days late."
                  : "Số ngày âm: đã trễ bấy nhiêu ngày làm việc. Hạn trả là hạn theo luật.");
    if (list->more)
        table_note(&export->table,
                   en ? "Only the %d most urgent ones stand here."
                      : "Chỉ có %d hồ sơ gấp nhất trong danh sách này.",
                   list->limit);
}

static enum err fill(struct store_tx *tx, struct export_open *export, bool en)
{
    struct dossier_record record;

    set_title(export, en);
    add_notes(export, en);
    add_columns(&export->table, export->paper, en);
    for (size_t i = 0; i < export->list.count; i++) {
        if (!dossier_rows_get(tx, export->list.items[i].place.id, &record))
            return ERR_STORE;
        add_row(tx, export, &export->list.items[i], &record, en);
    }
    return sql_outcome(tx);
}

void export_open_release(struct export_open *export)
{
    list_open_release(&export->list);
    report_table_release(&export->table);
    text_release(&export->content);
}

enum err export_open_run(struct store_tx *tx, struct command *command)
{
    struct export_open *export = container_of(command, struct export_open, list.command);
    enum err err;

    export->list.limit = export->paper ? PAPER_ROWS_MAX : EXPORT_ROWS_MAX;
    err = list_open_run(tx, command);
    if (err == ERR_OK)
        err = fill(tx, export, !export->paper && command->language == LANGUAGE_EN);
    if (err == ERR_OK && export->paper)
        report_paper_write(tx, command, &export->table, &export->content);
    if (err == ERR_OK && (export->table.failed || export->content.failed))
        err = ERR_NO_MEMORY;
    if (err != ERR_OK)
        export_open_release(export);
    return err;
}
