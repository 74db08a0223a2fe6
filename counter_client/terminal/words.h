/*
 * The words of the API (states, classes, channels ...) as people say them. Pure.
 */
#ifndef TERMINAL_WORDS_H
#define TERMINAL_WORDS_H

#include "counter_client/terminal/said.h"

/* What a stable word is about: the same word may mean different things of different subjects. */
enum vocabulary {
    WORDS_TICKET_STATE,
    WORDS_TICKET_CLASS,
    WORDS_COUNTER_STATE,
    WORDS_CHECK_IN,
    WORDS_HELP_STATE,
    WORDS_REMINDER,
    WORDS_REMINDER_LEVEL,
    WORDS_PETITION,
    WORDS_PETITION_STATE,
    WORDS_REFUSED_FILE,
    WORDS_WATCH,
    WORDS_CALL_RULE,
    WORDS_DOSSIER_STATE,
    WORDS_DOSSIER_ACTION,
    WORDS_PENDING,
    WORDS_VERDICT,
    WORDS_OUTCOME,
    WORDS_CHANNEL,
    WORDS_DELIVERY,
    WORDS_DOCUMENT_FORM,
    WORDS_APPLICANT_KIND,
    WORDS_SEX,
    WORDS_IDENTITY_DOCUMENT,
    WORDS_STRETCH,
    WORDS_PRINT_STATE,
    WORDS_PRINT_FORM,
    WORDS_ROLE,
    WORDS_FEE_STATE,
    WORDS_REFUSAL,
    WORDS_BASIS, /* of a suspension */
    WORDS_RECEIVER,
    WORDS_RECEIPT_STATE,
    WORDS_YES_NO,
    WORDS_COUNT
};

/* The word for a person; the word itself when it is not known (the lists of the API grow). */
const char *word_said(enum vocabulary vocabulary, const char *word, enum language language);

/* The `index`-th word of a vocabulary, NULL after the last: for lists to choose from. */
const char *word_at(enum vocabulary vocabulary, int index);

#endif
