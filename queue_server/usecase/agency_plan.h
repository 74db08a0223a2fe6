/*
 * Which steps at other agencies a dossier may have: those of its procedure (liên thông), in rows
 * from 1; or, of a dossier that another agency decides (phi địa giới), the one row 0, all of the
 * work. Pure. Rules.
 */
#ifndef USECASE_AGENCY_PLAN_H
#define USECASE_AGENCY_PLAN_H

#include "usecase/dossier_work.h"

enum { AGENCY_PLAN_DECIDES = 0 /* row of the agency that decides */ };

/* How many rows there are; `out_first`: the number of the first one. */
int agency_plan_rows(const struct dossier_work *work, int *out_first);
/* False, output untouched, when the dossier has no such row. Texts are borrowed. */
bool agency_plan_step(const struct dossier_work *work, int row,
                      struct procedure_agency_step *out_step);

/* Name of the agency that decides the dossier: ours, of the directory, or its identifier. */
const char *agency_plan_decides(const struct dossier_work *work);

#endif
