/*
 * What the command line asks of mappings of columns, as use cases: see control.h. Loop thread.
 * Rule R-520.
 */
#ifndef LIVE_CONTROL_MAPPING_H
#define LIVE_CONTROL_MAPPING_H

#include "live/control.h"

/*
 * Carry out a request whose "do" begins with `import_mapping_`.
 *
 * done  called once, perhaps before the return, with the answer (borrowed)
 *
 * Returns false, and does nothing, when the request is none of these.
 */
bool control_mapping(struct api *api, const json_t *request, control_done_fn done, void *data);

#endif
