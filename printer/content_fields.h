/* The tables of fields by which the content of each form is read. Pure. */
#ifndef PRINTER_CONTENT_FIELDS_H
#define PRINTER_CONTENT_FIELDS_H

#include "printer/job.h"

/* Tables of `form`, offsets in union content. Returns how many of `out_sets` were set: 1 or 2. */
size_t content_fields(enum form form, const struct field_set *out_sets[2]);

#endif
