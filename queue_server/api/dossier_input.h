/*
 * The parts of a dossier as requests bring them: people, papers, fees, requests for papers.
 *
 * Loop thread; pure. Faults are collected in the input's facts with their pointers.
 */
#ifndef API_DOSSIER_INPUT_H
#define API_DOSSIER_INPUT_H

#include "api/input.h"
#include "usecase/move_dossier.h"

void input_applicant(struct input *in, const char *key, struct dossier_person *out);
/* Left out: `there` stays false. */
void input_representative(struct input *in, const char *key, struct dossier_person *out);
/* Who fetches the result. */
void input_receiver(struct input *in, const char *key, struct dossier_person *out);

/* Arrays; return how many elements there are. */
int input_documents(struct input *in, const char *key, bool required,
                    struct dossier_document *out_documents);
int input_fees(struct input *in, const char *key, struct dossier_fee *out_fees);
int input_settlements(struct input *in, const char *key, struct settlement_in *out_settlements);
int input_scans(struct input *in, const char *key, struct scan_in *out_scans);

/* The members of a request for papers, or of a refusal, in `in` itself. */
void input_supplement(struct input *in, struct supplement_request *out);
void input_refusal(struct input *in, struct refusal_request *out);
/* Why the director acts for another role. */
void input_acting_reason(struct input *in, struct command *command);
/* The name of a file: letters, digits, dots, hyphens, underscores. */
void input_file(struct input *in, const char *key, bool required, char *out, size_t size);

#endif
