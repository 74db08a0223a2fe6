#include "usecase/import_policies.h"

#include <jansson.h>
#include <stdlib.h>

#include "store/shared_rows.h"
#include "usecase/dossier_rules.h"
#include "usecase/petition_rules.h"
#include "usecase/reminder_rules.h"

static enum err keep(struct store_tx *tx, const char *key, const json_t *rules)
{
    char *json = json_dumps(rules, JSON_COMPACT);

    if (!json)
        return ERR_NO_MEMORY;
    setting_put(tx, key, json);
    free(json);
    return ERR_OK;
}

enum err import_policies(struct store_tx *tx, const json_t *root, struct text *faults)
{
    const json_t *dossiers = json_object_get(root, "dossier_rules");
    const json_t *reminders = json_object_get(root, "reminder_rules");
    struct dossier_policy dossier_policy;
    const json_t *petitions = json_object_get(root, "petition_rules");
    struct reminder_policy reminder_policy;
    struct petition_policy petition_policy;
    enum err err = ERR_OK;

    if (dossiers && dossier_rules_read(dossiers, faults, &dossier_policy)) /* */
        err = keep(tx, "dossier_rules", dossiers);
    if (err == ERR_OK && reminders &&
        reminder_rules_read(reminders, faults, &reminder_policy)) /* */
        err = keep(tx, "reminder_rules", reminders);
    if (err == ERR_OK && petitions &&
        petition_rules_read(petitions, faults, &petition_policy)) /* */
        err = keep(tx, "petition_rules", petitions);
    return err;
}
