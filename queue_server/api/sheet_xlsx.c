/*
 * The first sheet of a workbook (XLSX) as cells. What is needed of the format, ECMA-376 part 1, 18:
 *
 *     xl/workbook.xml              which sheet is the first, and where days begin (date1904)
 *     xl/_rels/workbook.xml.rels   in which part it stands
 *     xl/sharedStrings.xml         texts, referred to by their index
 *     the sheet                    rows of cells: a number, or a text of one kind or another
 *
 * A part is unpacked a piece at a time, straight into the parser, and counted as it comes: what its
 * entry says of its size is not believed. There are no entities: a part with a document type is
 * refused. Formulas are not computed, what they gave is read. Rule R-525.
 */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "api/sheet.h"
#include "base/digits.h"

enum {
    ENTRIES_MAX = 1000,
    PART_MAX = 48 << 20,  /* bytes of a part, unpacked */
    TEXTS_MAX = 24 << 20, /* bytes of all texts together */
    RATIO_MAX = 200,      /* unpacked to packed, beyond RATIO_FREE bytes */
    RATIO_FREE = 1 << 20,
    PIECE = 1 << 15,
    NAME_SIZE = 128
};

static const char signature[] = "PK\x03\x04";

bool sheet_is_workbook(const struct text *bytes)
{
    return bytes->length >= sizeof signature - 1 &&
           memcmp(bytes->data, signature, sizeof signature - 1) == 0;
}

/* A text of the shared ones: where it lies in the sheet's bytes. */
struct shared {
    size_t at;
    uint32_t length;
};

/* One run over a workbook. */
struct book {
    zip_t *zip;
    XML_Parser parser; /* of the part in hand */
    struct sheet *sheet;
    enum err err; /* the first; nothing is read after it */

    char relation[NAME_SIZE]; /* of the first sheet */
    char part[NAME_SIZE];     /* that holds it */
    struct shared *shared;
    size_t shared_count, shared_room;

    /* Within a part. */
    bool in_text;   /* characters count */
    int phonetic;   /* depth inside readings of a text, which do not */
    size_t text_at; /* where the text in hand begins */
    int row, column;
    char kind[12]; /* of the cell in hand: "s", "inlineStr" ...; "n" when it does not say */
};

static void stop(struct book *book, enum err err)
{
    if (book->err == ERR_OK)
        book->err = err;
    XML_StopParser(book->parser, XML_FALSE);
}

/* Names without their prefixes: some writers have "x:row". */
static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

static bool is(const char *name, const char *which)
{
    return strcmp(local(name), which) == 0;
}

/* The value of an attribute, its prefix not looked at; NULL for none. */
static const char *attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (is(attributes[0], name))
            return attributes[1];
    return NULL;
}

static void keep_name(struct book *book, char out[NAME_SIZE], const char *name)
{
    if (!name || strlen(name) >= NAME_SIZE)
        stop(book, ERR_NOT_A_TABLE);
    else
        memcpy(out, name, strlen(name) + 1);
}

/* ---- a part ---------------------------------------------------------------------------------- */

static void doctype_cb(void *data, const char *name, const char *system, const char *public,
                       int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    stop(data, ERR_NOT_A_TABLE);
}

static void characters_cb(void *data, const char *text, int length)
{
    struct book *book = data;

    if (!book->in_text || book->phonetic)
        return;
    text_add_bytes(&book->sheet->bytes, text, (size_t)length);
    if (book->sheet->bytes.failed)
        stop(book, ERR_NO_MEMORY);
    else if (book->sheet->bytes.length > TEXTS_MAX)
        stop(book, ERR_TOO_LARGE);
}

/* Unpack an entry into the parser. */
static void feed(struct book *book, zip_file_t *file, uint64_t packed)
{
    uint64_t total = 0;
    zip_int64_t length;

    do {
        void *piece = XML_GetBuffer(book->parser, PIECE);

        if (!piece) {
            stop(book, ERR_NO_MEMORY);
            return;
        }
        length = zip_fread(file, piece, PIECE);
        total += length > 0 ? (uint64_t)length : 0;
        if (total > PART_MAX || (total > RATIO_FREE && total / RATIO_MAX > packed))
            stop(book, ERR_TOO_LARGE);
        else if (length < 0 || XML_ParseBuffer(book->parser, (int)length, length == 0) == 0)
            stop(book, ERR_NOT_A_TABLE);
    } while (length > 0 && book->err == ERR_OK);
}

/* Read the part `name`; one that is not there is a fault unless it may be missing. */
static void read_part(struct book *book, const char *name, bool may_miss,
                      XML_StartElementHandler start, XML_EndElementHandler end)
{
    const zip_int64_t index = zip_name_locate(book->zip, name, ZIP_FL_NOCASE);
    zip_stat_t stat;

    if (book->err != ERR_OK || (index < 0 && may_miss))
        return;
    book->parser = XML_ParserCreate(NULL);
    if (!book->parser) {
        book->err = ERR_NO_MEMORY;
        return;
    }
    XML_SetUserData(book->parser, book);
    XML_SetElementHandler(book->parser, start, end);
    XML_SetCharacterDataHandler(book->parser, characters_cb);
    XML_SetStartDoctypeDeclHandler(book->parser, doctype_cb);
    zip_file_t *file = index < 0 || zip_stat_index(book->zip, (zip_uint64_t)index, 0, &stat) != 0 ||
                               !(stat.valid & ZIP_STAT_COMP_SIZE)
                           ? NULL
                           : zip_fopen_index(book->zip, (zip_uint64_t)index, 0);
    if (file) {
        feed(book, file, stat.comp_size);
        zip_fclose(file);
    } else {
        book->err = ERR_NOT_A_TABLE;
    }
    XML_ParserFree(book->parser);
    book->in_text = false;
    book->phonetic = 0;
}

/* ---- workbook.xml and its relations ---------------------------------------------------------- */

static void end_nothing_cb(void *data, const char *name)
{
    (void)data;
    (void)name;
}

static void start_workbook_cb(void *data, const char *name, const char **attributes)
{
    struct book *book = data;

    if (is(name, "workbookPr")) {
        const char *system = attribute(attributes, "date1904");

        if (system && (strcmp(system, "1") == 0 || strcmp(system, "true") == 0))
            book->sheet->dates = DATE_SYSTEM_1904;
    } else if (is(name, "sheet") && !book->relation[0]) {
        keep_name(book, book->relation, attribute(attributes, "id"));
    }
}

/* Targets are relative to xl/, or begin with a slash. */
static void start_relations_cb(void *data, const char *name, const char **attributes)
{
    struct book *book = data;
    const char *id = attribute(attributes, "Id"), *target = attribute(attributes, "Target");

    if (!is(name, "Relationship") || !id || strcmp(id, book->relation) != 0)
        return;
    if (target && target[0] == '/')
        keep_name(book, book->part, target + 1);
    else if (!target || strlen(target) + 4 > sizeof book->part)
        stop(book, ERR_NOT_A_TABLE);
    else
        snprintf(book->part, sizeof book->part, "xl/%.120s", target);
}

/* ---- sharedStrings.xml ----------------------------------------------------------------------- */

static void start_shared_cb(void *data, const char *name, const char **attributes)
{
    struct book *book = data;

    (void)attributes;
    if (is(name, "si"))
        book->text_at = book->sheet->bytes.length;
    book->in_text = is(name, "t");
    book->phonetic += is(name, "rPh");
}

static void end_shared_cb(void *data, const char *name)
{
    struct book *book = data;

    book->in_text = false;
    book->phonetic -= is(name, "rPh");
    if (!is(name, "si") || book->err != ERR_OK)
        return;
    if (book->shared_count == book->shared_room) {
        const size_t room = book->shared_room ? book->shared_room * 2 : 1024;
        struct shared *more =
            room > SHEET_CELLS_MAX ? NULL : realloc(book->shared, room * sizeof *book->shared);

        if (!more) {
            stop(book, room > SHEET_CELLS_MAX ? ERR_TOO_LARGE : ERR_NO_MEMORY);
            return;
        }
        book->shared = more;
        book->shared_room = room;
    }
    book->shared[book->shared_count++] = (struct shared){
        .at = book->text_at, .length = (uint32_t)(book->sheet->bytes.length - book->text_at)};
}

/* ---- the sheet ------------------------------------------------------------------------------- */

/* The number that `text` is, at most nine digits; -1 for none. */
static int number_of(const char *text, size_t length)
{
    int value;

    return length > 0 && length < 10 && digits_read(text, length, &value) ? value : -1;
}

/* "AB12": column 27, row 12. Rows and columns only grow. */
static enum err take_place(struct book *book, const char *place)
{
    int column = 0;

    for (; *place >= 'A' && *place <= 'Z' && column <= SHEET_COLUMNS_MAX; place++)
        column = column * 26 + (*place - 'A' + 1);
    if (column > SHEET_COLUMNS_MAX)
        return ERR_TOO_LARGE;
    if (column - 1 <= book->column || number_of(place, strlen(place)) != book->row)
        return ERR_NOT_A_TABLE;
    book->column = column - 1;
    return ERR_OK;
}

static void start_row(struct book *book, const char *number)
{
    const int row = number ? number_of(number, strlen(number)) : book->row + 1;

    if (row <= book->row)
        stop(book, ERR_NOT_A_TABLE);
    else if (row > SHEET_ROWS_MAX)
        stop(book, ERR_TOO_LARGE);
    book->row = row;
    book->column = -1;
}

static void start_sheet_cb(void *data, const char *name, const char **attributes)
{
    struct book *book = data;

    if (is(name, "row")) {
        start_row(book, attribute(attributes, "r"));
    } else if (is(name, "c")) {
        const char *place = attribute(attributes, "r"), *kind = attribute(attributes, "t");

        const enum err err = book->row == 0 ? ERR_NOT_A_TABLE
                             : place        ? take_place(book, place)
                                            : ERR_OK;

        if (err != ERR_OK)
            stop(book, err);
        book->column += !place;
        book->text_at = book->sheet->bytes.length;
        snprintf(book->kind, sizeof book->kind, "%s", kind ? kind : "n");
    }
    book->in_text = is(name, "v") || is(name, "t");
    book->phonetic += is(name, "rPh");
}

/* The text in hand is the index of a shared one. */
static bool take_shared(const struct book *book, struct sheet_cell *cell)
{
    const int index = number_of(book->sheet->bytes.data + cell->at, cell->length);

    if (index < 0 || (size_t)index >= book->shared_count)
        return false;
    cell->at = book->shared[index].at;
    cell->length = book->shared[index].length;
    return true;
}

static void end_sheet_cb(void *data, const char *name)
{
    struct book *book = data;
    struct sheet_cell cell = {.row = book->row, .column = book->column, .at = book->text_at};
    enum err err;

    book->in_text = false;
    book->phonetic -= is(name, "rPh");
    if (!is(name, "c") || book->err != ERR_OK)
        return;
    cell.length = (uint32_t)(book->sheet->bytes.length - book->text_at);
    cell.number = strcmp(book->kind, "n") == 0;
    if (strcmp(book->kind, "s") == 0 && cell.length > 0 && !take_shared(book, &cell))
        err = ERR_NOT_A_TABLE;
    else
        err = sheet_add(book->sheet, &cell);
    if (err != ERR_OK)
        stop(book, err);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* `bytes` are borrowed by the archive. */
static zip_t *open_archive(const struct text *bytes)
{
    zip_error_t error;
    zip_source_t *source;
    zip_t *zip = NULL;

    zip_error_init(&error);
    source = zip_source_buffer_create(bytes->data, bytes->length, 0, &error);
    if (source)
        zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (source && !zip)
        zip_source_free(source);
    zip_error_fini(&error);
    return zip;
}

static enum err read_book(struct book *book)
{
    if (zip_get_num_entries(book->zip, 0) > ENTRIES_MAX)
        return ERR_TOO_LARGE;
    read_part(book, "xl/workbook.xml", false, start_workbook_cb, end_nothing_cb);
    read_part(book, "xl/_rels/workbook.xml.rels", false, start_relations_cb, end_nothing_cb);
    read_part(book, "xl/sharedStrings.xml", true, start_shared_cb, end_shared_cb);
    if (book->err == ERR_OK && !book->part[0])
        return ERR_NOT_A_TABLE;
    read_part(book, book->part, false, start_sheet_cb, end_sheet_cb);
    if (book->err == ERR_NOT_A_TABLE)
        book->sheet->faulty_row = book->row;
    return book->err;
}

enum err sheet_read_xlsx(const struct text *bytes, struct sheet *out_sheet)
{
    struct book book = {.zip = open_archive(bytes), .sheet = out_sheet};
    enum err err;

    *out_sheet = (struct sheet){.has_dates = true, .dates = DATE_SYSTEM_1900};
    if (!book.zip)
        return ERR_NOT_A_TABLE;
    err = read_book(&book);
    zip_discard(book.zip);
    free(book.shared);
    return err;
}
