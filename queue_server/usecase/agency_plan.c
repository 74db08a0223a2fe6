#include "usecase/agency_plan.h"

const char *agency_plan_decides(const struct dossier_work *work)
{
    const struct catalogue *catalogue = work->command->catalogue;
    const char *code = work->record.competent_agency;
    const int agency = catalogue_agency(catalogue, code);

    if (!work->record.elsewhere)
        return catalogue->name;
    return agency == QUEUE_NONE ? code : catalogue->agencies[agency].name;
}

int agency_plan_rows(const struct dossier_work *work, int *out_first)
{
    *out_first = work->record.elsewhere ? AGENCY_PLAN_DECIDES : 1;
    return work->record.elsewhere ? 1 : procedure_agency_steps(&work->procedure);
}

bool agency_plan_step(const struct dossier_work *work, int row,
                      struct procedure_agency_step *out_step)
{
    if (!work->record.elsewhere)
        return procedure_agency_step(&work->procedure, row, out_step);
    if (row != AGENCY_PLAN_DECIDES)
        return false;
    *out_step = (struct procedure_agency_step){.agency = agency_plan_decides(work),
                                               .task = "Giải quyết hồ sơ phi địa giới",
                                               .limit = work->procedure.limit};
    return true;
}
