/*
 * The small centre of office_fixture.h with the units of the sample catalogue, and imports into it.
 *
 * Loop thread only.
 */
#ifndef SUPPORT_CATALOGUE_FIXTURE_H
#define SUPPORT_CATALOGUE_FIXTURE_H

#include "support/office_fixture.h"
#include "usecase/import_calendar.h"
#include "usecase/import_procedures.h"

/* Make the centre with its units: those that handle procedures of the sample, and LANH_DAO, which
 * handles none. */
void catalogue_fixture_make(struct office_fixture *fixture);

/*
 * Import a document, in English, as the system.
 *
 * import  its optional inputs may be set; holds the answer after, to be given back by
 *         catalogue_fixture_forget()
 */
enum err catalogue_fixture_import(struct office_fixture *fixture, struct import *import,
                                  command_run_fn run, const char *json);
void catalogue_fixture_forget(struct import *import);

/* A file of the repository, of malloc. */
char *catalogue_fixture_file(const char *path);

#endif
