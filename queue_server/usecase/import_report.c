#include "usecase/import_report.h"

#include <stdio.h>

static const struct {
    const char *vi, *en;
} findings[IMPORT_FINDING_COUNT] = {
#define X(name, vi, en) [IMPORT_##name] = {(vi), (en)},
    IMPORT_FINDING_MAP(X)
#undef X
};

void import_report_init(struct import_report *report, enum language language)
{
    *report = (struct import_report){.language = language};
}

void import_report_release(struct import_report *report)
{
    text_release(&report->faults);
    text_release(&report->warnings);
}

void import_report_at(struct import_report *report, const char *list, size_t index,
                      const char *code)
{
    if (code)
        snprintf(report->place, sizeof report->place, "%s[%zu] (%.40s)", list, index, code);
    else
        snprintf(report->place, sizeof report->place, "%s[%zu]", list, index);
}

void import_report_at_line(struct import_report *report, int line, int column)
{
    snprintf(report->place, sizeof report->place, "line %d column %d", line, column);
}

static void add_line(struct import_report *report, struct text *lines, const char *field,
                     enum import_finding finding)
{
    text_printf(lines, "%s%s%s: %s\n", report->place, report->place[0] && field[0] ? " " : "",
                field,
                report->language == LANGUAGE_EN ? findings[finding].en : findings[finding].vi);
}

void import_fault(struct import_report *report, const char *field, enum import_finding finding)
{
    if (report->fault_count++ < IMPORT_LINES_MAX)
        add_line(report, &report->faults, field, finding);
}

void import_warn(struct import_report *report, const char *field, enum import_finding finding)
{
    if (report->warning_count++ < IMPORT_LINES_MAX)
        add_line(report, &report->warnings, field, finding);
}
