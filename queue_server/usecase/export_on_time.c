#include <stdio.h>
#include <string.h>

#include "usecase/export_report.h"
#include "usecase/report_paper.h"

static const char *const by_titles[][2] = {
    [REPORT_BY_FIELD] = {"Lĩnh vực", "Field"},
    [REPORT_BY_PROCEDURE] = {"Thủ tục", "Procedure"},
    [REPORT_BY_OFFICER] = {"Người phụ trách", "Officer"},
    [REPORT_BY_UNIT] = {"Đơn vị", "Unit"},
    [REPORT_BY_MONTH] = {"Tháng tiếp nhận", "Month of acceptance"},
};

/* ---- columns --------------------------------------------------------------------------------- */

static void add_columns(struct report_table *table, enum report_by by, bool paper, bool en)
{
    if (!paper)
        table_column(table, en ? "Key" : "Mã", 14, false);
    table_column(table, by_titles[by][en], paper ? 44 : 36, false);
    table_column(table, en ? "Carried over" : "Kỳ trước chuyển sang", 12, true);
    table_column(table, en ? "Received" : "Tiếp nhận trong kỳ", 12, true);
    table_column(table, en ? "Received online" : "Trong đó trực tuyến", 12, true);
    table_column(table, en ? "Early" : "Trước hạn", 11, true);
    table_column(table, en ? "On time" : "Đúng hạn", 11, true);
    table_column(table, en ? "Late" : "Quá hạn", 11, true);
    table_column(table, en ? "Open, in time" : "Đang giải quyết, trong hạn", 14, true);
    table_column(table, en ? "Open, overdue" : "Đang quá hạn", 12, true);
    table_column(table, en ? "Early or on time" : "Trước và đúng hạn (tử số)", 13, true);
    table_column(table, en ? "Settled" : "Đã giải quyết (mẫu số)", 13, true);
    table_column(table, en ? "On-time rate" : "Tỷ lệ đúng hạn", 12, true);
    if (paper)
        return;
    table_column(table, en ? "Settled and open overdue" : "Đã giải quyết và đang quá hạn (mẫu số)",
                 16, true);
    table_column(table, en ? "On-time rate, extended" : "Tỷ lệ tính cả đang quá hạn", 14, true);
    table_column(table, en ? "From" : "Từ ngày", 12, true);
    table_column(table, en ? "To" : "Đến ngày", 12, true);
    table_column(table, en ? "Figures of" : "Số liệu lúc", 17, true);
}

static void add_row(struct report_table *table, const struct export_on_time *export,
                    const char *key, const char *name, const struct indicator_row *counts)
{
    const struct report_on_time *report = &export->report;
    const struct rate rate = indicator_rate(counts), extended = indicator_rate_extended(counts);
    const int64_t figures[] = {counts->carried_over,    indicator_received(counts),
                               counts->received_online, counts->early,
                               counts->on_time,         counts->late,
                               counts->open_in_time,    counts->open_overdue,
                               rate.numerator,          rate.denominator};

    if (!export->paper)
        table_text(table, key);
    table_text(table, name);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        table_count(table, figures[i]);
    table_rate(table, rate);
    if (export->paper)
        return;
    table_count(table, extended.denominator);
    table_rate(table, extended);
    table_date(table, report->period.from);
    table_date(table, report->period.to);
    table_instant(table, report->span.at);
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void add_notes(struct report_table *table, const struct report_on_time *report, bool en)
{
    const struct civil from = date_civil(report->period.from), to = date_civil(report->period.to);
    const struct civil day = date_civil(date_of_instant(report->span.at));
    const int second = second_of_day(report->span.at);

    table_note(table,
               en ? "Period: %02d/%02d/%04d to %02d/%02d/%04d, both included."
                  : "Kỳ báo cáo: từ ngày %02d/%02d/%04d đến hết ngày %02d/%02d/%04d.",
               from.day, from.month, from.year, to.day, to.month, to.year);
    table_note(table,
               en ? "Figures of %02d:%02d on %02d/%02d/%04d (%s)."
                  : "Số liệu đến %02d giờ %02d phút ngày %02d/%02d/%04d (%s).",
               second / 3600, second / 60 % 60, day.day, day.month, day.year,
               report->span.complete ? (en ? "the whole period" : "trọn kỳ")
                                     : (en ? "the period has not ended" : "kỳ chưa kết thúc"));
    table_note(table, "%s",
               en ? "On-time rate = (early + on time) / settled in the period. Carried over + "
                    "received = settled + open."
                  : "Tỷ lệ đúng hạn = (trước hạn + đúng hạn) / đã giải quyết trong kỳ. Kỳ trước "
                    "chuyển sang + tiếp nhận = đã giải quyết + đang giải quyết.");
}

static void fill(struct export_on_time *export, bool en)
{
    struct report_on_time *report = &export->report;
    struct report_table *table = &export->table;
    char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];

    snprintf(table->title, sizeof table->title, "%s",
             en ? "Settlement of dossiers on time" : "BÁO CÁO KẾT QUẢ GIẢI QUYẾT HỒ SƠ ĐÚNG HẠN");
    date_format(report->period.from, from);
    date_format(report->period.to, to);
    snprintf(table->file, sizeof table->file, "dung-han-%s-%s-%s", report_by_name(report->by), from,
             to);
    table->at = report->command.now;
    add_notes(table, report, en);
    add_columns(table, report->by, export->paper, en);
    for (size_t i = 0; i < report->groups.count; i++) {
        const struct report_row *row = report_on_time_row(report, i);

        add_row(table, export, row->group.key, row->group.name, &row->counts);
    }
    add_row(table, export, "", en ? "Total" : "Tổng cộng", &report->total);
    table->has_total = true;
}

void export_on_time_release(struct export_on_time *export)
{
    report_on_time_release(&export->report);
    report_table_release(&export->table);
    text_release(&export->content);
}

enum err export_on_time_run(struct store_tx *tx, struct command *command)
{
    struct export_on_time *export = container_of(command, struct export_on_time, report.command);
    enum err err = report_on_time_run(tx, command);

    if (err != ERR_OK)
        return err;
    fill(export, !export->paper && command->language == LANGUAGE_EN);
    if (export->paper && table_rows(&export->table) > PAPER_ROWS_MAX)
        err = ERR_TOO_LARGE;
    else if (export->paper)
        report_paper_write(tx, command, &export->table, &export->content);
    if (export->table.failed || export->content.failed)
        err = ERR_NO_MEMORY;
    if (err != ERR_OK)
        export_on_time_release(export);
    return err;
}
