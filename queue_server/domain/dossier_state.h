/*
 * States of a dossier: one table of names, codes, national status and clock.
 *
 * Pure. Source: dossier states ("States"), domain 4.1-4.2. Names are stored and sent, numbers
 * never.
 */
#ifndef DOMAIN_DOSSIER_STATE_H
#define DOMAIN_DOSSIER_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum dossier_phase {
    PHASE_NEW,      /* not recorded yet */
    PHASE_INTAKE,   /* recorded, not accepted: counted nowhere */
    PHASE_REJECTED, /* refused at intake, terminal: counted nowhere */
    PHASE_OPEN,     /* accepted, not ended */
    PHASE_ENDED,    /* the result is there, not collected yet */
    PHASE_CLOSED,   /* ended, terminal */
};

/* What the main clock, which began with acceptance, does in a state. */
enum dossier_clock {
    CLOCK_NONE,
    CLOCK_RESPONSE, /* not the main clock: 8 working hours to answer */
    CLOCK_RUNS,
    CLOCK_PAUSED,
    CLOCK_AS_BEFORE, /* as in the state before a request to withdraw */
    CLOCK_ENDED,
};

/* enum, name in the API, Vietnamese code, Vietnamese name, national status, phase, clock. R-204 */
#define DOSSIER_STATE_MAP(X)                                                                       \
    X(NEW, "new", "", "Mới", 0, PHASE_NEW, CLOCK_NONE)                                             \
    X(ARRIVED, "arrived", "CHO_KIEM_TRA", "Chờ kiểm tra", 1, PHASE_INTAKE, CLOCK_RESPONSE)         \
    X(SUPPLEMENT_BEFORE, "supplement_before", "YC_BO_SUNG_TRUOC",                                  \
      "Yêu cầu bổ sung trước tiếp nhận", 5, PHASE_INTAKE, CLOCK_NONE)                              \
    X(REFUSED, "refused", "TU_CHOI", "Từ chối tiếp nhận", 3, PHASE_REJECTED, CLOCK_NONE)           \
    X(ACCEPTED, "accepted", "DA_TIEP_NHAN", "Đã tiếp nhận", 2, PHASE_OPEN, CLOCK_RUNS)             \
    X(PROCESSING, "processing", "DANG_XU_LY", "Đang xử lý", 4, PHASE_OPEN, CLOCK_RUNS)             \
    X(WITH_AGENCY, "with_agency", "LIEN_THONG", "Liên thông", 4, PHASE_OPEN, CLOCK_RUNS)           \
    X(AWAITING_SUPPLEMENT, "awaiting_supplement", "CHO_BO_SUNG", "Chờ bổ sung", 5, PHASE_OPEN,     \
      CLOCK_PAUSED)                                                                                \
    X(AWAITING_PAYMENT, "awaiting_payment", "CHO_NVTC", "Chờ nghĩa vụ tài chính", 6, PHASE_OPEN,   \
      CLOCK_PAUSED)                                                                                \
    X(SUSPENDED, "suspended", "TAM_DUNG", "Tạm dừng", 4, PHASE_OPEN, CLOCK_PAUSED)                 \
    X(WITHDRAWAL_REQUESTED, "withdrawal_requested", "YC_RUT", "Yêu cầu rút", 7, PHASE_OPEN,        \
      CLOCK_AS_BEFORE)                                                                             \
    X(STOPPED, "stopped", "DUNG_XU_LY", "Dừng xử lý", 8, PHASE_CLOSED, CLOCK_ENDED)                \
    X(RESULT_READY, "result_ready", "CO_KET_QUA", "Có kết quả", 9, PHASE_ENDED, CLOCK_ENDED)       \
    X(RETURNED, "returned", "DA_TRA", "Đã trả kết quả", 10, PHASE_CLOSED, CLOCK_ENDED)

enum dossier_state {
#define X(name, api, code, vi, status, phase, clock) DOSSIER_##name,
    DOSSIER_STATE_MAP(X)
#undef X
        DOSSIER_STATE_COUNT
};

/* Name in the API and the database, e.g. "awaiting_supplement"; static, as all texts here. */
const char *dossier_state_name(enum dossier_state state);
/* Vietnamese code, e.g. "CHO_BO_SUNG"; "" for NEW. */
const char *dossier_state_code(enum dossier_state state);
/* Vietnamese name for people, e.g. "Chờ bổ sung". */
const char *dossier_state_title(enum dossier_state state);
/* Status of the national portal, 1..10; 0 for NEW. */
int dossier_state_national(enum dossier_state state);
enum dossier_phase dossier_state_phase(enum dossier_state state);
enum dossier_clock dossier_state_clock(enum dossier_state state);

/* Find a state by its API name; NEW is not found, since it is never recorded. Returns ERR_OK or
 * ERR_UNKNOWN. */
enum err dossier_state_from_name(const char *text, size_t length, enum dossier_state *out_state);

#endif
