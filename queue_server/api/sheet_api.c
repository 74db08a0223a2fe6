/* Papers of a dossier on demand: /dossiers/{dossier}/sheets. */
#include "api/handlers.h"
#include "api/input.h"
#include "usecase/print_journal.h"
#include "usecase/print_sheet.h"

static void answer(struct command *command)
{
    print_view(api_answer(command, 201), NULL,
               &container_of(command, struct print_sheet, command)->record);
}

enum err sheet_api_print(struct api_call *call)
{
    struct print_sheet *print = api_command(call, sizeof *print, print_sheet_run, answer);
    struct input in = input_of(call);
    char sheet[16] = "";

    if (!print)
        return ERR_NO_MEMORY;
    print->dossier = opaque_id_parse('d', call->parameter[0]);
    input_text(&in, "sheet", true, sheet, sizeof sheet);
    if (sheet[0] && !dossier_sheet_from_name(sheet, &print->sheet))
        input_fault(&in, "sheet", ERR_BAD_VALUE);
    enum err err = input_end(&in);
    if (err == ERR_OK && !print->dossier)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(print);
        return err;
    }
    api_after(print, api_after_print);
    return api_submit(print);
}
