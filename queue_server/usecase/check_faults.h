/*
 * Where the parts of the check of a centre tell what they find (check_centre.h).
 */
#ifndef USECASE_CHECK_FAULTS_H
#define USECASE_CHECK_FAULTS_H

#include <stdint.h>

struct check_faults {
    void (*told)(const char *sentence, void *data); /* FAULTS_TOLD_MAX times at most */
    void *data;
    int64_t count; /* all of them */
};

/* Count a fault and tell it in one sentence, cut to 255 bytes. */
__attribute__((format(printf, 2, 3))) void check_fault(struct check_faults *faults,
                                                       const char *format, ...);

#endif
