/*
 * Tables that a stranger sends: bytes and mutations of them through the readers of CSV, of XLSX
 * and of dates. Nothing may crash, and what is read must hold what the headers promise. Rules
 *
 *
 *     fuzz_table [--seconds N] [--seed S] FILE...
 *
 * Deterministic: all chance comes from the seed. A finding aborts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/sheet.h"
#include "domain/csv.h"
#include "fuzz/fuzz_input.h"

enum { FILES_MAX = 64, PLAYS_PER_FILE = 2000, MUTATIONS_MAX = 6 };

static _Noreturn void die(const char *what)
{
    fprintf(stderr, "fuzz_table: %s\n", what);
    abort();
}

static void need(bool holds, const char *what)
{
    if (!holds)
        die(what);
}

/* Cells lie in the bytes, are not empty, and come row by row, column by column. */
static void check_sheet(const struct sheet *sheet, enum err err)
{
    const struct sheet_cell *before = NULL;

    need(err == ERR_OK || err == ERR_NOT_A_TABLE || err == ERR_TOO_LARGE, err_code(err));
    for (size_t i = 0; i < sheet->count; i++) {
        const struct sheet_cell *cell = &sheet->cells[i];

        need(cell->length > 0 && cell->at + cell->length <= sheet->bytes.length, "a cell outside");
        need(cell->row >= 1 && cell->row <= SHEET_ROWS_MAX, "a row outside");
        need(cell->column >= 0 && cell->column < SHEET_COLUMNS_MAX, "a column outside");
        need(!before || before->row < cell->row ||
                 (before->row == cell->row && before->column < cell->column),
             "cells out of order");
        before = cell;
    }
}

/* What a cell says as a date, by a form and as a number, is a real one or refused. */
static void check_dates(const struct sheet *sheet)
{
    static const char *const forms[] = {"dd/MM/yyyy HH:mm", "yyyy-MM-ddTHH:mm:ss", "MM.dd.yyyy"};

    for (size_t i = 0; i < sheet->count; i++) {
        const char *text = sheet->bytes.data + sheet->cells[i].at;
        const size_t length = sheet->cells[i].length;

        for (size_t form = 0; form < 5; form++) {
            struct local_time time;
            const enum err err =
                form < 3 ? date_form_read(forms[form], text, length, &time)
                         : date_serial_read(text, length,
                                            form == 3 ? DATE_SYSTEM_1900 : DATE_SYSTEM_1904, &time);

            if (err == ERR_OK)
                need(civil_exists(date_civil(time.date)) && time.second >= 0 &&
                         time.second < SECONDS_PER_DAY,
                     "a date that does not exist");
        }
    }
}

static void play(const struct input *input)
{
    static const char separators[] = {',', ';', '\t'};
    struct text bytes;
    struct sheet sheet;

    for (size_t i = 0; i < sizeof separators; i++) {
        text_init(&bytes);
        text_add_bytes(&bytes, input->bytes, input->length);
        check_sheet(&sheet, sheet_read_csv(&bytes, separators[i], &sheet));
        check_dates(&sheet);
        sheet_release(&sheet);
        text_release(&bytes);
    }
    text_init(&bytes);
    text_add_bytes(&bytes, input->bytes, input->length);
    if (input->length > 0 && sheet_is_workbook(&bytes)) {
        check_sheet(&sheet, sheet_read_xlsx(&bytes, &sheet));
        check_dates(&sheet);
        sheet_release(&sheet);
    }
    text_release(&bytes);
}

int main(int argc, char **argv)
{
    static struct input files[FILES_MAX], mutated;
    static struct stub random = {.random = 1};
    unsigned long long plays = 0;
    size_t count = 0;
    long seconds = 0;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--seconds") == 0 && i + 1 < argc)
            seconds = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            random.random = strtoull(argv[++i], NULL, 10) + 1;
        else if (count < FILES_MAX && input_read(argv[i], &files[count]))
            count++;
        else
            die(argv[i]);
    }
    need(count > 0, "usage: fuzz_table [--seconds N] [--seed S] FILE...");
    const time_t end = time(NULL) + seconds;
    for (size_t i = 0; i < count; i++)
        play(&files[i]);
    do
        for (size_t i = 0; i < count; i++)
            for (int k = 0; k < PLAYS_PER_FILE; k++, plays++) {
                mutated = files[i];
                for (uint32_t m = stub_random(&random, MUTATIONS_MAX) + 1; m > 0; m--)
                    input_mutate(&random, &mutated);
                play(&mutated);
            }
    while (time(NULL) < end);
    printf("fuzz_table: %llu inputs: no finding\n", plays);
    return 0;
}
