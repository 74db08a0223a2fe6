/*
 * A mapping of columns: which column of another system's table gives which member of a dossier that
 * arrives. Its JSON is what an administrator saved under a name. Pure but for memory. Rule R-520.
 *
 *     {"header_row": 3, "header_rows": 2, "separator": ";", "date_system": 1900,
 *      "columns": [{"header": "Người nộp / Họ và tên", "member": "applicant.full_name"},
 *                  {"header": "Ngày nộp", "member": "arrived_at", "date": "dd/MM/yyyy HH:mm"},
 *                  {"header": "Hình thức", "member": "channel", "values": {"Trực tuyến":
 * "online"}}], "constants": {"status": "1", "applicant.kind": "citizen"}}
 */
#ifndef API_COLUMN_MAPPING_H
#define API_COLUMN_MAPPING_H

#include "api/input.h"
#include "domain/date_form.h"

enum {
    MAPPING_COLUMNS_MAX = 40,
    MAPPING_VALUES_MAX = 100, /* of one column */
    MAPPING_HEADER_SIZE = 301,
    MAPPING_VALUE_SIZE = 301,
    MAPPING_HEADER_ROW_MAX = 50,
    LINE_MEMBER_SIZE = 64
};

enum member_kind { MEMBER_TEXT, MEMBER_NUMBER, MEMBER_DATE, MEMBER_INSTANT };

/* A member of a line of ho_so.jsonl that a table may give. */
struct line_member {
    const char *part; /* object that it stands in: "applicant", "representative"; NULL: the line */
    const char *name;
    enum member_kind kind;
    bool required; /* a mapping without it cannot give a dossier */
};

struct mapped_column {
    char header[MAPPING_HEADER_SIZE]; /* clean; of two rows joined by " / " */
    const struct line_member *member;
    char form[DATE_FORM_SIZE]; /* of a date or an instant: "serial", or of date_form.h; "": ISO */
    const json_t *values;      /* object: what stands there -> what it means; NULL: as it is */
};

struct column_mapping {
    int header_row, header_rows; /* the first one, 1 ..; one or two */
    char separator;
    enum date_system dates; /* of serial numbers, where the file does not say */
    struct mapped_column columns[MAPPING_COLUMNS_MAX];
    int count;
    struct {
        const struct line_member *member;
        const char *value;
    } constants[MAPPING_COLUMNS_MAX];
    int constant_count;
};

/*
 * Read a mapping. Every fault is recorded in the input, the members that nothing gives among them.
 *
 * in           of the document; its JSON must live as long as the mapping
 * out_mapping  large; partly filled after a fault
 */
void column_mapping_read(struct input *in, struct column_mapping *out_mapping);

/*
 * Look at a mapping that is to be saved, and write it in the one form in which it is stored,
 * without blanks.
 *
 * in            of the document, a JSON object
 * out_document  owned by the caller, after a failure too
 *
 * Returns ERR_OK; ERR_FIELDS with the faults in the input's facts; ERR_NO_MEMORY.
 */
enum err column_mapping_document(struct input *in, struct text *out_document);

/* The members that there are, in the order in which an export has them; static. */
const struct line_member *line_members(int *out_count);
/* "applicant.full_name" of a member. */
void line_member_path(const struct line_member *member, char out_path[LINE_MEMBER_SIZE]);

/* Does the column tell a date as the number of days of a spreadsheet? */
bool mapped_column_is_serial(const struct mapped_column *column);

#endif
