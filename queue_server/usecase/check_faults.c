#include "usecase/check_faults.h"

#include <stdarg.h>
#include <stdio.h>

#include "usecase/check_centre.h"

void check_fault(struct check_faults *faults, const char *format, ...)
{
    char sentence[256];
    va_list arguments;

    if (faults->count++ >= FAULTS_TOLD_MAX)
        return;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    faults->told(sentence, faults->data);
}
