/*
 * What a procedure says of itself in words only: parts that the law wants stated and that a row of
 * the catalogue may carry or lack, in the form of an optional member each.
 *
 *     process     trình tự thực hiện      a list of texts, one for each step or paragraph
 *     applicants  đối tượng thực hiện     likewise
 *     conditions  yêu cầu, điều kiện      likewise
 *     legal_basis căn cứ pháp lý          likewise
 *     sets        số lượng hồ sơ          a number of sets, 1 .. 20
 *     retention   thời hạn lưu trữ hồ sơ  a text
 *
 * The other mandatory parts (name, ways of filing, papers, limit, agency, result) are members that
 * every row has. Any thread; pure but for memory. Source: domain 1 (Circular 02/2017, Decree
 * 63/2010 article 8), domain 7; rule R-823.
 */
#ifndef USECASE_PROCEDURE_PARTS_H
#define USECASE_PROCEDURE_PARTS_H

#include "usecase/import_row.h"
#include "usecase/procedure.h"

enum { PROCEDURE_TEXTS_MAX = 50, PROCEDURE_TEXT_MAX_BYTES = 4000, PROCEDURE_SETS_MAX = 20 };

/* Mandatory parts that a row may lack. */
enum procedure_part { PART_PROCESS, PART_APPLICANTS, PART_SETS, PROCEDURE_PARTS };

/* The member that states it; static. */
const char *procedure_part_name(enum procedure_part part);
/* Whether the procedure states it. */
bool procedure_has_part(const struct procedure *procedure, enum procedure_part part);

/* Check these members of a cleaned row: a fault for each that has a wrong form; none is required.
 */
void procedure_parts_check(const struct import_row *row);

/* Write the members, an empty list or null where the row has none, and `missing`: the mandatory
 * ones among those. */
void procedure_parts_view(struct text *text, const struct procedure *procedure);

#endif
