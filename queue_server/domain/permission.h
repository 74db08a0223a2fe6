/*
 * What each role may do: one table for all use cases, read by the server, the screens and the docs.
 *
 * Pure. Source: domain 0.3, dossier states (last paragraphs). Actions on a dossier have finer rules
 * (domain/dossier_action.h); this table only says who may try one.
 */
#ifndef DOMAIN_PERMISSION_H
#define DOMAIN_PERMISSION_H

#include <stdbool.h>

#include "domain/role.h"

/* Everybody who has an account. */
#define PERMISSION_STAFF                                                                           \
    (ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) |             \
     ROLE_BIT(LANH_DAO) | ROLE_BIT(VAN_THU) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC) |              \
     ROLE_BIT(QUAN_TRI) | ROLE_BIT(KIEM_TRA))

/* changes nothing? (tests hold the roles against it), roles that have it in their own right */
#define PERMISSION_MAP(X)                                                                          \
    /* the queue */                                                                                \
    X(TICKET_ISSUE, false, ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(KIOSK))              \
    X(TICKET_PRIORITY, false, ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN))                             \
    X(TICKET_LIST, true,                                                                           \
      ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT) | ROLE_BIT(LANH_DAO) |             \
          ROLE_BIT(KIEM_TRA))                                                                      \
    X(TICKET_READ, true,                                                                           \
      ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT) | ROLE_BIT(LANH_DAO) |             \
          ROLE_BIT(KIEM_TRA) | ROLE_BIT(KIOSK))                                                    \
    X(TICKET_CALL, false, ROLE_BIT(TIEP_NHAN))                                                     \
    X(TICKET_COME_BACK, false, ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN))                            \
    X(TICKET_CANCEL, false, ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN))                               \
    X(HELP_TAKE, false, ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT))                 \
    X(COUNTER_SIT, false, ROLE_BIT(TIEP_NHAN))                                                     \
    X(COUNTER_REASSIGN, false, ROLE_BIT(GD_TT))                                                    \
    X(QUEUE_READ, true, PERMISSION_STAFF | ROLE_BIT(KIOSK) | ROLE_BIT(BOARD))                      \
    /* dossiers */                                                                                 \
    X(DOSSIER_OPEN, false, ROLE_BIT(TIEP_NHAN))                                                    \
    X(DOSSIER_IMPORT, false, ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT))                                \
    X(IMPORT_MAPPING_READ, true,                                                                   \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT) | ROLE_BIT(QUAN_TRI) | ROLE_BIT(KIEM_TRA))             \
    X(DOSSIER_ACT, false,                                                                          \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) | ROLE_BIT(LANH_DAO) |           \
          ROLE_BIT(VAN_THU) | ROLE_BIT(GD_TT))                                                     \
    X(DOSSIER_READ, true,                                                                          \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) | ROLE_BIT(LANH_DAO) |           \
          ROLE_BIT(VAN_THU) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC) | ROLE_BIT(KIEM_TRA))          \
    X(DOSSIER_SCAN, false,                                                                         \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) | ROLE_BIT(VAN_THU) |            \
          ROLE_BIT(GD_TT))                                                                         \
    X(INBOX_READ, true,                                                                            \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) | ROLE_BIT(VAN_THU) |            \
          ROLE_BIT(GD_TT) | ROLE_BIT(KIEM_TRA))                                                    \
    X(SHEET_PRINT, false,                                                                          \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) | ROLE_BIT(VAN_THU) |            \
          ROLE_BIT(GD_TT))                                                                         \
    X(BOOK_READ, true,                                                                             \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC) |           \
          ROLE_BIT(KIEM_TRA))                                                                      \
    X(BOOK_PRINT, false, ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC))              \
    X(RECEIPT_ISSUE, false, ROLE_BIT(TIEP_NHAN))                                                   \
    X(REFUND_PAY, false, ROLE_BIT(TIEP_NHAN))                                                      \
    X(RECEIPT_VOID, false, ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT))                                  \
    X(RECEIPT_DECIDE, false, ROLE_BIT(GD_TT))                                                      \
    X(RECEIPT_READ, true,                                                                          \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC) |           \
          ROLE_BIT(KIEM_TRA))                                                                      \
    X(CASH_CLOSE, false, ROLE_BIT(TIEP_NHAN))                                                      \
    X(STATEMENT_MATCH, false, ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT))                               \
    X(CASH_READ, true,                                                                             \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) | ROLE_BIT(KIEM_TRA))             \
    X(PERSON_MERGE, false, ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT))                                  \
    X(DOSSIER_LOOK_UP, true, PERMISSION_STAFF | ROLE_BIT(CONG_DAN))                                \
    /* petitions */                                                                                \
    X(PETITION_ENTER, false, ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT))            \
    X(PETITION_READ, true,                                                                         \
      ROLE_BIT(TIEP_NHAN) | ROLE_BIT(LD_PHONG) | ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) |            \
          ROLE_BIT(TO_HOP_BC) | ROLE_BIT(KIEM_TRA))                                                \
    X(PETITION_SETTLE, false, ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT))                                \
    /* figures and the log */                                                                      \
    X(REPORT_READ, true,                                                                           \
      ROLE_BIT(LD_PHONG) | ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC) |            \
          ROLE_BIT(KIEM_TRA))                                                                      \
    X(REPORT_PRINT, false,                                                                         \
      ROLE_BIT(LD_PHONG) | ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC))             \
    X(REPORT_CLOSED_READ, true,                                                                    \
      ROLE_BIT(LANH_DAO) | ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC) | ROLE_BIT(KIEM_TRA))             \
    X(REPORT_CLOSE, false, ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC))                                  \
    X(LOG_READ, true, ROLE_BIT(QUAN_TRI) | ROLE_BIT(KIEM_TRA))                                     \
    X(EVENTS_READ, true, PERMISSION_STAFF | ROLE_BIT(KIOSK) | ROLE_BIT(BOARD) | ROLE_BIT(PRINTER)) \
    /* paper */                                                                                    \
    X(PRINT_READ, true, PERMISSION_STAFF | ROLE_BIT(KIOSK) | ROLE_BIT(PRINTER))                    \
    X(PRINT_AGAIN, false,                                                                          \
      ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN) | ROLE_BIT(VAN_THU) | ROLE_BIT(GD_TT))               \
    X(PRINT_FEED, false, ROLE_BIT(PRINTER))                                                        \
    /* the installation */                                                                         \
    X(CATALOGUE_READ, true, PERMISSION_STAFF | ROLE_BIT(KIOSK) | ROLE_BIT(BOARD))                  \
    X(CATALOGUE_CHANGE, false, ROLE_BIT(QUAN_TRI))                                                 \
    X(SETUP_READ, true, ROLE_BIT(QUAN_TRI) | ROLE_BIT(KIEM_TRA))                                   \
    X(ACCOUNT_MANAGE, false, ROLE_BIT(QUAN_TRI))                                                   \
    X(DEVICE_MANAGE, false, ROLE_BIT(QUAN_TRI))                                                    \
    X(WEBHOOK_MANAGE, false, ROLE_BIT(QUAN_TRI))                                                   \
    X(BACKUP_MANAGE, false, ROLE_BIT(QUAN_TRI))                                                    \
    X(CLOCK_CONFIRM, false, ROLE_BIT(QUAN_TRI))                                                    \
    X(TRAINING_CLOCK, false, ROLE_BIT(QUAN_TRI))

/* Never stored. */
enum permission {
#define X(code, reads, roles) PERMISSION_##code,
    PERMISSION_MAP(X)
#undef X
        PERMISSION_COUNT
};

/*
 * May somebody who holds `held` do this? GRANT_ACTING means: only with a reason, which the use case
 * must ask for and record. Rules.
 */
enum grant permission_check(enum permission permission, struct role_set held);

/* Which dossiers somebody may see; later values hold all that earlier ones hold. */
enum dossier_scope {
    SCOPE_NONE,
    SCOPE_UNIT,   /* those of his unit, and those he has acted on */
    SCOPE_CENTRE, /* all of his centre */
    SCOPE_ALL,    /* all of the installation */
};

/*
 * The widest scope of the roles held: THU_LY and LD_PHONG their unit; TIEP_NHAN, VAN_THU, GD_TT and
 * TO_HOP_BC their centre; LANH_DAO and KIEM_TRA all. Lists, look-ups and event streams follow it.
 * Rule R-203.
 */
enum dossier_scope permission_dossier_scope(struct role_set held);

#endif
