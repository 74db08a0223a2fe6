#include "printer/carry_out.h"

#include <stdio.h>
#include <stdlib.h>

#include "printer/escpos.h"
#include "printer/output_escpos.h"
#include "printer/output_file.h"
#include "printer/output_ipp.h"
#include "printer/render.h"

static void say_failed(struct errand *errand, enum err err, const char *field)
{
    struct fault fault = {.err = err};

    snprintf(fault.field, sizeof fault.field, "%s", field);
    events_error(errand->events, errand->order->job.id, &fault);
}

static void say_rendered(struct errand *errand, const struct bytes *document,
                         const struct render_facts *facts)
{
    char sha256[SHA256_TEXT_SIZE];

    document_sha256(document, sha256);
    events_send(errand->events,
                json_pack("{s:s, s:s, s:s, s:i, s:I, s:i}", "id", errand->order->job.id, "event",
                          "rendered", "sha256", sha256, "pages", facts->pages, "bytes",
                          (json_int_t)document->length, "unknown_glyphs", facts->unknown_glyphs));
}

/* Render the PDF and keep it where the order says. False when that failed (and was said). */
static bool make_pdf(struct errand *errand, struct typesetter *typesetter, struct bytes *document)
{
    struct render_facts facts;
    enum err err = render_pdf(typesetter, &errand->order->job, document, &facts);
    const char *output = errand->order->output;

    if (err == ERR_OK && output)
        err = output_file(output, document);
    if (err != ERR_OK) {
        say_failed(errand, err, err == ERR_FILE || err == ERR_DISK_FULL ? "output" : "");
        return false;
    }
    if (output)
        say_rendered(errand, document, &facts);
    return true;
}

static enum err make_escpos(struct errand *errand, struct typesetter *typesetter,
                            struct bytes *document)
{
    struct raster raster;
    struct render_facts facts;
    enum err err = render_raster(typesetter, &errand->order->job, &raster, &facts);

    if (err != ERR_OK)
        return err;
    err = escpos_encode(&raster, document);
    free(raster.bits);
    return err;
}

static void print_ticket(struct errand *errand, struct typesetter *typesetter)
{
    struct bytes document = {0};
    enum err err = make_escpos(errand, typesetter, &document);

    if (err != ERR_OK)
        say_failed(errand, err, "");
    else if (destination_is_ipp(&errand->order->destination))
        output_ipp(errand, &document, "application/vnd.cups-raw");
    else
        output_escpos(errand, &document);
    bytes_release(&document);
}

static void print(struct errand *errand, struct typesetter *typesetter)
{
    const bool escpos = destination_is_escpos(&errand->order->destination);
    struct bytes document = {0};

    if (escpos && !errand->order->output)
        print_ticket(errand, typesetter);
    else if (make_pdf(errand, typesetter, &document)) {
        if (escpos)
            print_ticket(errand, typesetter);
        else
            output_ipp(errand, &document, "application/pdf");
    }
    bytes_release(&document);
}

static void say_state(struct errand *errand)
{
    const struct destination *destination = &errand->order->destination;

    enum printer_state state = destination_is_ipp(destination) ? output_ipp_state(destination)
                                                               : output_escpos_state(destination);

    events_send(errand->events, json_pack("{s:s, s:s, s:s, s:s}", "event", "status", "destination",
                                          destination->text, "state", printer_state_name(state),
                                          "message", printer_state_text(state)));
}

void carry_out(struct errand *errand, struct typesetter *typesetter)
{
    struct bytes document = {0};

    switch (errand->order->kind) {
    case ORDER_RENDER:
        make_pdf(errand, typesetter, &document);
        break;
    case ORDER_PRINT:
        print(errand, typesetter);
        break;
    case ORDER_STATUS:
        say_state(errand);
        break;
    }
    bytes_release(&document);
}
