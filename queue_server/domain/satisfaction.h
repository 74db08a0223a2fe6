/*
 * What people say of the service: five levels, reasons, when an answer is taken, and how answers
 * are counted.
 *
 * Pure. Source: domain 5.7 (after the official survey SIPAS). Glossary: đánh giá = rating; mức độ
 * hài lòng = satisfaction. The index is the share of the two upper levels.
 */
#ifndef DOMAIN_SATISFACTION_H
#define DOMAIN_SATISFACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/instant.h"
#include "domain/indicators.h"

enum {
    LEVEL_LEAST = 1, /* rất không hài lòng; stored: never renumber */
    LEVEL_MOST = 5,  /* rất hài lòng */
    LEVEL_COUNT = LEVEL_MOST - LEVEL_LEAST + 1,
    SATISFACTION_SAMPLE_MIN = 30, /* answers below which nothing is judged */
    RATING_TICKET_DAYS = 7,       /* a visit may be rated until so long after its end */
    RATING_DOSSIER_DAYS = 30,     /* a dossier until so long after it was returned or stopped */
};

/* The five factors of the survey: bits of a stored number, never renumber. Name in the API. */
#define RATING_REASON_MAP(X)                                                                       \
    X(ACCESS, "access")       /* tiếp cận dịch vụ: finding it, waiting, the place */       \
    X(PROCEDURE, "procedure") /* thủ tục hành chính: papers, steps */                        \
    X(STAFF, "staff")         /* công chức: manner, guidance */                                 \
    X(RESULT, "result")       /* kết quả: late, wrong */                                       \
    X(FEEDBACK, "feedback")   /* tiếp nhận, xử lý góp ý, phản ánh, kiến nghị */

enum rating_reason {
#define X(code, name) RATING_##code,
    RATING_REASON_MAP(X)
#undef X
        RATING_REASON_COUNT
};

struct rating {
    int level;        /* LEVEL_LEAST .. LEVEL_MOST */
    unsigned reasons; /* 1u << enum rating_reason */
};

/* Name in the API, e.g. "staff"; static. */
const char *rating_reason_name(enum rating_reason reason);
/* False for any other text. */
bool rating_reason_from_name(const char *text, enum rating_reason *out_reason);

/* True for the two levels that need a reason, and the two that count as satisfied.. */
bool rating_is_bad(int level);
bool rating_is_good(int level);

/*
 * Is the answer complete? Rule R-962.
 *
 * Returns ERR_OK; ERR_BAD_VALUE for a level that does not exist; ERR_REASON_MISSING for a bad level
 * without a reason.
 */
enum err rating_check(const struct rating *rating);

/* When an answer is taken. */
enum rating_gate {
    RATING_NOT_YET, /* the service has not ended */
    RATING_OPEN,
    RATING_GIVEN, /* one was given: it is the only valid one */
    RATING_PAST   /* the time for it is over */
};

/*
 * May an answer be given at `now`? Rules.
 *
 * ended  end of the service; instant_none(): it has not ended, or not as a service (a no-show)
 * days   RATING_TICKET_DAYS or RATING_DOSSIER_DAYS, from `ended` on
 * given  there is an answer already
 */
enum rating_gate rating_gate(struct instant ended, int days, bool given, struct instant now);
/* "not_yet", "open", "given", "past"; static. */
const char *rating_gate_name(enum rating_gate gate);

/* ---- counting -------------------------------------------------------------------------------- */

/* Answers of a group. All zero: none. */
struct satisfaction {
    int64_t levels[LEVEL_COUNT];          /* [0]: rất không hài lòng */
    int64_t reasons[RATING_REASON_COUNT]; /* of the bad ones */
};

void satisfaction_count(struct satisfaction *satisfaction, const struct rating *rating,
                        int64_t times);
int64_t satisfaction_answers(const struct satisfaction *satisfaction);
/* Satisfied out of all. Rule R-960. */
struct rate satisfaction_index(const struct satisfaction *satisfaction);

/*
 * The 95 % confidence interval of a share by Wilson's score, in hundredths of a percent, each bound
 * rounded half up: 57 of 60 gives 8630 .. 9829. Rule R-966.
 *
 * rate  0 <= numerator <= denominator <= 10^9
 *
 * False, and nothing set, when the denominator is 0.
 */
bool satisfaction_interval(struct rate rate, int64_t *out_low, int64_t *out_high);

enum satisfaction_verdict { SATISFACTION_FEW, SATISFACTION_MET, SATISFACTION_MISSED };

/* Percents that the share must reach: land, construction and investment 90, else 95. R-968. */
int satisfaction_threshold(const char *sector);
/* Judge a share by a threshold in percent: few answers are not judged. Rule R-967. */
enum satisfaction_verdict satisfaction_judge(struct rate rate, int threshold);
/* "few", "met", "missed"; static. */
const char *satisfaction_verdict_name(enum satisfaction_verdict verdict);

#endif
