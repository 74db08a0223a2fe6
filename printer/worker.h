/*
 * A thread that carries out orders one after the other: one for each destination, so that two jobs
 * to one printer never overlap and a slow printer holds nobody else up; one that renders
 * files; one that asks for states.
 */
#ifndef PRINTER_WORKER_H
#define PRINTER_WORKER_H

#include "printer/errand.h"

struct worker;

/*
 * Start a worker.
 *
 * fonts, events  borrowed; must outlive the worker
 *
 * Returns ERR_OK, ERR_NO_MEMORY.
 */
enum err worker_start(const char *fonts, struct events *events, struct worker **out_worker);

/* Put `order` (taken) at the end of the queue. */
void worker_take(struct worker *worker, struct order *order);

/*
 * Grant or cancel the order `id` here, waiting or in hand. generation -1 = any.
 * Returns false when there is none.
 */
bool worker_grant(struct worker *worker, const char *id, int generation);
bool worker_cancel(struct worker *worker, const char *id, int generation);

/* Generation of the newest order `id` here that is not cancelled; -1 when there is none. */
int worker_generation(struct worker *worker, const char *id);

/* True while an order is in hand; then also the state its printer was last in. */
bool worker_is_busy(struct worker *worker, enum printer_state *out_state);

/* No more orders will come: finish what can be finished without anybody's answer. */
void worker_stop(struct worker *worker);
/* Wait for the end of a stopped worker and free it. */
void worker_join(struct worker *worker);

#endif
