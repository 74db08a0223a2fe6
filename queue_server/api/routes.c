/* The table of routes: docs/openapi.yaml in short. */
#include "api/handlers.h"

#define PUBLIC     ROUTE_PUBLIC
#define NOTICED    ROUTE_NOTICED
#define KEYED      ROUTE_KEYED
#define KEYED_BODY (ROUTE_KEYED | ROUTE_BODY)
#define KEYED_MAY  (ROUTE_KEYED | ROUTE_MAY_BODY)
/* of a version: an action on a dossier, a change of the set-up */
#define ACTION_BODY (KEYED_BODY | ROUTE_VERSIONED)
#define ACTION_MAY  (KEYED_MAY | ROUTE_VERSIONED)

static const struct api_route routes[] = {
    /* sessions */
    {"POST", "/session", PERMISSION_QUEUE_READ, PUBLIC | ROUTE_BODY, "", session_api_open},
    {"GET", "/session", PERMISSION_EVENTS_READ, 0, "", session_api_get},
    {"DELETE", "/session", PERMISSION_EVENTS_READ, 0, "", session_api_close},
    {"GET", "/me", PERMISSION_EVENTS_READ, 0, "", session_api_me},
    /* the catalogue */
    {"GET", "/sites", PERMISSION_CATALOGUE_READ, 0, "after,limit", catalogue_api_sites},
    {"GET", "/services", PERMISSION_CATALOGUE_READ, 0, "after,limit", catalogue_api_services},
    {"GET", "/units", PERMISSION_CATALOGUE_READ, 0, "after,limit", catalogue_api_units},
    {"GET", "/procedures", PERMISSION_CATALOGUE_READ, 0, "q,field,after,limit",
     catalogue_api_procedures},
    {"GET", "/procedures/{}", PERMISSION_CATALOGUE_READ, 0, "", catalogue_api_procedure},
    {"GET", "/calendar", PERMISSION_CATALOGUE_READ, 0, "", catalogue_api_calendar},
    {"GET", "/public/procedures", PERMISSION_CATALOGUE_READ, PUBLIC, "q,field,after,limit",
     catalogue_api_public_procedures},
    /* the set-up */
    {"GET", "/setup", PERMISSION_SETUP_READ, 0, "", setup_api_get},
    {"POST", "/sites", PERMISSION_CATALOGUE_CHANGE, KEYED_BODY, "", setup_api_create_site},
    {"PATCH", "/sites/{}", PERMISSION_CATALOGUE_CHANGE, ACTION_BODY, "", setup_api_change_site},
    {"POST", "/services", PERMISSION_CATALOGUE_CHANGE, KEYED_BODY, "", setup_api_create_service},
    {"PATCH", "/services/{}", PERMISSION_CATALOGUE_CHANGE, ACTION_BODY, "",
     setup_api_change_service},
    {"POST", "/counters", PERMISSION_CATALOGUE_CHANGE, KEYED_BODY, "", setup_api_create_counter},
    {"PATCH", "/counters/{}", PERMISSION_CATALOGUE_CHANGE, ACTION_BODY, "",
     setup_api_change_counter},
    {"POST", "/printers", PERMISSION_CATALOGUE_CHANGE, KEYED_BODY, "", setup_api_create_printer},
    {"PATCH", "/printers/{}", PERMISSION_CATALOGUE_CHANGE, ACTION_BODY, "",
     setup_api_change_printer},
    {"GET", "/printers/found", PERMISSION_SETUP_READ, 0, "", printer_api_found},
    {"POST", "/printers/{}/test", PERMISSION_CATALOGUE_CHANGE, KEYED, "", printer_api_test},
    {"GET", "/queue-rules", PERMISSION_SETUP_READ, 0, "", rules_api_get},
    {"PUT", "/queue-rules", PERMISSION_CATALOGUE_CHANGE, ACTION_BODY, "dry_run", rules_api_set},
    /* accounts and devices; what returns a secret takes no key, its answer is never stored */
    {"GET", "/accounts", PERMISSION_ACCOUNT_MANAGE, 0, "after,limit", access_api_accounts},
    {"POST", "/accounts", PERMISSION_ACCOUNT_MANAGE, ROUTE_BODY, "", access_api_create_account},
    {"GET", "/accounts/{}", PERMISSION_ACCOUNT_MANAGE, 0, "", access_api_account},
    {"PATCH", "/accounts/{}", PERMISSION_ACCOUNT_MANAGE, KEYED_BODY | ROUTE_VERSIONED, "",
     access_api_change_account},
    {"POST", "/accounts/{}/password", PERMISSION_ACCOUNT_MANAGE, ROUTE_VERSIONED, "",
     access_api_new_password},
    {"GET", "/devices", PERMISSION_DEVICE_MANAGE, 0, "after,limit", device_api_list},
    {"POST", "/devices", PERMISSION_DEVICE_MANAGE, ROUTE_BODY, "", device_api_create},
    {"DELETE", "/devices/{}", PERMISSION_DEVICE_MANAGE, KEYED, "", device_api_delete},
    {"POST", "/devices/{}/pairing", PERMISSION_DEVICE_MANAGE, ROUTE_MAY_BODY, "",
     device_api_make_pairing},
    {"POST", "/devices/pair", PERMISSION_QUEUE_READ, PUBLIC | ROUTE_BODY, "", device_api_pair},
    /* tickets */
    {"POST", "/tickets", PERMISSION_TICKET_ISSUE, KEYED_BODY, "", ticket_api_issue},
    {"GET", "/tickets", PERMISSION_TICKET_LIST, 0, "state,site,service,counter,after,limit",
     ticket_api_list},
    {"GET", "/tickets/{}", PERMISSION_TICKET_READ, 0, "", ticket_api_get},
    {"POST", "/tickets/{}/recall", PERMISSION_TICKET_CALL, KEYED_MAY, "", ticket_api_recall},
    {"POST", "/tickets/{}/start", PERMISSION_TICKET_CALL, KEYED_MAY, "", ticket_api_start},
    {"POST", "/tickets/{}/finish", PERMISSION_TICKET_CALL, KEYED_MAY, "", ticket_api_finish},
    {"POST", "/tickets/{}/no-show", PERMISSION_TICKET_CALL, KEYED_MAY, "", ticket_api_no_show},
    {"POST", "/tickets/{}/park", PERMISSION_TICKET_CALL, KEYED_MAY, "", ticket_api_park},
    {"POST", "/tickets/{}/transfer", PERMISSION_TICKET_CALL, KEYED_BODY, "", ticket_api_transfer},
    {"POST", "/tickets/{}/return", PERMISSION_TICKET_COME_BACK, KEYED_MAY, "", ticket_api_return},
    {"POST", "/tickets/{}/come-back", PERMISSION_TICKET_COME_BACK, KEYED_MAY, "",
     ticket_api_come_back},
    {"POST", "/tickets/{}/cancel", PERMISSION_TICKET_CANCEL, KEYED_MAY, "", ticket_api_cancel},
    /* the kiosk */
    {"GET", "/kiosk", PERMISSION_TICKET_READ, 0, "", kiosk_api_get},
    {"POST", "/check-ins", PERMISSION_TICKET_ISSUE, KEYED_BODY, "", kiosk_api_check_in},
    {"POST", "/help-calls", PERMISSION_TICKET_ISSUE, KEYED_MAY, "", help_api_call},
    {"GET", "/help-calls", PERMISSION_TICKET_READ, 0, "state,site,after,limit", help_api_list},
    {"POST", "/help-calls/{}/take", PERMISSION_HELP_TAKE, KEYED_MAY, "", help_api_take},
    /* counters and calls */
    {"GET", "/counters", PERMISSION_QUEUE_READ, 0, "site,after,limit", counter_api_list},
    {"GET", "/counters/{}", PERMISSION_QUEUE_READ, 0, "", counter_api_get},
    {"PUT", "/counters/{}", PERMISSION_COUNTER_SIT, KEYED_BODY, "", counter_api_set},
    {"POST", "/counters/{}/call-next", PERMISSION_TICKET_CALL, KEYED_MAY, "",
     counter_api_call_next},
    {"POST", "/counters/{}/call", PERMISSION_TICKET_CALL, KEYED_BODY, "", counter_api_call},
    {"POST", "/counters/{}/undo", PERMISSION_TICKET_CALL, KEYED_BODY, "", counter_api_undo},
    {"GET", "/queue", PERMISSION_EVENTS_READ, 0, "site", queue_api_get},
    {"GET", "/reports/on-time", PERMISSION_REPORT_READ, 0, "period,from,to,by", report_api_on_time},
    {"GET", "/reports/on-time/dossiers", PERMISSION_REPORT_READ, 0,
     "period,from,to,by,key,column,after,limit", report_api_dossiers},
    {"GET", "/reports/open", PERMISSION_REPORT_READ, 0, "by", report_api_open},
    {"GET", "/reports/open/dossiers", PERMISSION_REPORT_READ, 0,
     "by,key,days_from,days_to,pending,due_today,after,limit", report_api_open_dossiers},
    {"GET", "/reports/on-time/export", PERMISSION_REPORT_READ, 0, "period,from,to,by,format",
     report_api_on_time_export},
    {"GET", "/reports/open/export", PERMISSION_REPORT_READ, 0,
     "by,key,days_from,days_to,pending,due_today,format", report_api_open_export},
    {"POST", "/reports/on-time/print", PERMISSION_REPORT_PRINT, KEYED_BODY, "",
     report_api_on_time_print},
    {"POST", "/reports/open/print", PERMISSION_REPORT_PRINT, KEYED_BODY, "", report_api_open_print},
    {"GET", "/reports/queue", PERMISSION_REPORT_READ, 0, "date,days,site", queue_report_api_get},
    {"GET", "/reports/satisfaction", PERMISSION_REPORT_READ, 0, "period,from,to,by",
     satisfaction_api_report},
    /* printing */
    {"GET", "/print-jobs", PERMISSION_PRINT_READ, 0, "state,subject,after,limit", print_api_list},
    {"GET", "/print-jobs/{}", PERMISSION_PRINT_READ, 0, "", print_api_get},
    {"GET", "/print-jobs/{}/document", PERMISSION_PRINT_READ, 0, "", print_api_document},
    {"POST", "/print-jobs/{}/reprint", PERMISSION_PRINT_AGAIN, KEYED_BODY, "", print_api_reprint},
    {"POST", "/print-jobs/{}/resolve", PERMISSION_PRINT_AGAIN, KEYED_BODY, "", print_api_resolve},
    /* changes nothing, so it takes no key */
    {"POST", "/print-previews", PERMISSION_DOSSIER_OPEN, ROUTE_BODY, "", dossier_api_preview},
    /* dossiers */
    {"POST", "/dossiers", PERMISSION_DOSSIER_OPEN, KEYED_BODY, "dry_run", dossier_api_open},
    {"GET", "/dossiers", PERMISSION_DOSSIER_READ, 0,
     "state,pending,unit,officer,procedure,field,received_from,received_to,code,q,order,after,"
     "limit",
     dossier_api_list},
    {"GET", "/dossiers/{}", PERMISSION_DOSSIER_READ, 0, "", dossier_api_get},
    {"GET", "/dossiers/{}/ledger", PERMISSION_DOSSIER_READ, 0, "", dossier_api_ledger},
    {"GET", "/dossiers/{}/history", PERMISSION_DOSSIER_READ, 0, "after,limit", dossier_api_history},
    {"POST", "/dossiers/{}/accept", PERMISSION_DOSSIER_ACT, ACTION_MAY, "", dossier_api_act},
    {"POST", "/dossiers/{}/begin", PERMISSION_DOSSIER_ACT, ACTION_MAY, "", dossier_api_act},
    {"POST", "/dossiers/{}/hand-over", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/confirm", PERMISSION_DOSSIER_ACT, ACTION_MAY, "", dossier_api_act},
    {"POST", "/dossiers/{}/decline", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/recall", PERMISSION_DOSSIER_ACT, ACTION_MAY, "", dossier_api_act},
    {"POST", "/dossiers/{}/request-supplement", PERMISSION_DOSSIER_ACT, ACTION_BODY, "",
     dossier_api_act},
    {"POST", "/dossiers/{}/resume", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/sign", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/issue-result", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/return-result", PERMISSION_DOSSIER_ACT, ACTION_BODY, "",
     dossier_api_act},
    {"POST", "/dossiers/{}/refuse", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/resubmit", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/dossiers/{}/request-withdrawal", PERMISSION_DOSSIER_ACT, ACTION_BODY, "",
     dossier_api_act},
    {"POST", "/dossiers/{}/deny-withdrawal", PERMISSION_DOSSIER_ACT, ACTION_BODY, "",
     dossier_api_act},
    {"POST", "/dossiers/{}/stop", PERMISSION_DOSSIER_ACT, ACTION_BODY, "", dossier_api_act},
    {"POST", "/identity/card", PERMISSION_DOSSIER_LOOK_UP, ROUTE_BODY, "", identity_api_card},
    /* backups */
    {"POST", "/backups", PERMISSION_BACKUP_MANAGE, KEYED, "", backup_api_make},
    {"GET", "/backups", PERMISSION_BACKUP_MANAGE, 0, "", backup_api_list},
    {"GET", "/backups/{}", PERMISSION_BACKUP_MANAGE, 0, "", backup_api_get},
    {"GET", "/backups/{}/database", PERMISSION_BACKUP_MANAGE, 0, "part", backup_api_database},
    /* log and events */
    {"GET", "/log", PERMISSION_LOG_READ, 0, "after,before,subject,kind,actor,from,to,order,limit",
     log_api_read},
    {"GET", "/log/check", PERMISSION_LOG_READ, 0, "after", log_api_check},
    {"GET", "/events", PERMISSION_EVENTS_READ, ROUTE_UNBOUND, "topics,site,device",
     system_api_events},
    /* public */
    {"GET", "/public/tickets/{}", PERMISSION_QUEUE_READ, PUBLIC, "", public_api_ticket},
    {"GET", "/public/waiting", PERMISSION_QUEUE_READ, PUBLIC, "site", queue_api_get},
    {"GET", "/public/dossiers/{}", PERMISSION_QUEUE_READ, PUBLIC, "secret", dossier_api_look_up},
    {"POST", "/public/tickets/{}/rating", PERMISSION_QUEUE_READ, PUBLIC | NOTICED | KEYED_BODY, "",
     satisfaction_api_rate_ticket},
    {"POST", "/public/dossiers/{}/rating", PERMISSION_QUEUE_READ, PUBLIC | NOTICED | KEYED_BODY, "",
     satisfaction_api_rate_dossier},
    {"GET", "/public/satisfaction", PERMISSION_QUEUE_READ, PUBLIC, "from,to",
     satisfaction_api_public},
    {"GET", "/public/hours", PERMISSION_QUEUE_READ, PUBLIC, "", public_api_hours},
    /* operations */
    {"GET", "/health", PERMISSION_QUEUE_READ, PUBLIC | ROUTE_UNLIMITED, "", system_api_health},
    {"GET", "/metrics", PERMISSION_QUEUE_READ, PUBLIC | ROUTE_UNLIMITED, "", system_api_metrics},
    {"GET", "/version", PERMISSION_QUEUE_READ, PUBLIC | ROUTE_UNLIMITED, "", system_api_version},
    {"GET", "/training/clock", PERMISSION_EVENTS_READ, 0, "", system_api_clock_get},
    {"PUT", "/training/clock", PERMISSION_TRAINING_CLOCK, KEYED_BODY, "", system_api_clock_set},
};

const struct api_route *api_routes(size_t *out_count)
{
    *out_count = sizeof routes / sizeof *routes;
    return routes;
}
