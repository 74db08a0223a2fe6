/*
 * Carrying one order out: render, keep the file, hand over to the printer.
 *
 * Blocks; for worker threads, each with its own typesetter.
 */
#ifndef PRINTER_CARRY_OUT_H
#define PRINTER_CARRY_OUT_H

#include "printer/errand.h"
#include "printer/typesetter.h"

/* Do what `errand->order` asks for and say how it goes. The order stays the caller's. */
void carry_out(struct errand *errand, struct typesetter *typesetter);

#endif
