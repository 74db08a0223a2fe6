/* Printers that the machine knows, and a page to try one: /printers/found,
 * /printers/{printer}/test.
 */
#include <string.h>

#include "api/handlers.h"
#include "usecase/print_journal.h"
#include "usecase/test_printer.h"

enum err printer_api_found(struct api_call *call)
{
    if (!call->api->search_printers)
        return ERR_PRINTER;
    call->api->search_printers(call, call->api->preview_data);
    return ERR_OK;
}

static void test_answer(struct command *command)
{
    const struct test_printer *test = container_of(command, struct test_printer, command);

    print_view(api_answer(command, 201), NULL, &test->record);
}

enum err printer_api_test(struct api_call *call)
{
    struct test_printer *test = api_command(call, sizeof *test, test_printer_run, test_answer);

    if (!test)
        return ERR_NO_MEMORY;
    test->printer = call->parameter[0];
    api_after(test, api_after_print);
    return api_submit(test);
}
