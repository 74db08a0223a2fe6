/* The handlers of the routes, by the file that holds them. See call.h for what a handler does. */
#ifndef API_HANDLERS_H
#define API_HANDLERS_H

#include "api/api.h"

/* ticket_api.c */
enum err ticket_api_issue(struct api_call *call);
enum err ticket_api_list(struct api_call *call);
enum err ticket_api_get(struct api_call *call);
enum err ticket_api_recall(struct api_call *call);
enum err ticket_api_start(struct api_call *call);
enum err ticket_api_finish(struct api_call *call);
enum err ticket_api_no_show(struct api_call *call);
enum err ticket_api_come_back(struct api_call *call);
enum err ticket_api_park(struct api_call *call);
enum err ticket_api_return(struct api_call *call);
enum err ticket_api_transfer(struct api_call *call);
enum err ticket_api_cancel(struct api_call *call);

/* kiosk_api.c */
enum err kiosk_api_get(struct api_call *call);
enum err kiosk_api_check_in(struct api_call *call);

/* help_api.c */
enum err help_api_call(struct api_call *call);
enum err help_api_list(struct api_call *call);
enum err help_api_take(struct api_call *call);

/* reminder_api.c */
enum err reminder_api_list(struct api_call *call);
enum err reminder_api_acknowledge(struct api_call *call);

/* person_api.c */
enum err person_api_list(struct api_call *call);
enum err person_api_get(struct api_call *call);
enum err person_api_duplicates(struct api_call *call);
enum err person_api_merge(struct api_call *call);
enum err person_api_undo(struct api_call *call);

/* petition_api.c */
enum err petition_api_enter(struct api_call *call);
enum err petition_api_act(struct api_call *call);
enum err petition_api_list(struct api_call *call);
enum err petition_api_get(struct api_call *call);
enum err petition_api_report(struct api_call *call);
enum err report_api_apart(struct api_call *call);

/* counter_api.c */
enum err counter_api_list(struct api_call *call);
enum err counter_api_get(struct api_call *call);
enum err counter_api_set(struct api_call *call);
enum err counter_api_call_next(struct api_call *call);
enum err counter_api_call(struct api_call *call);
enum err counter_api_undo(struct api_call *call);

/* queue_api.c */
enum err queue_api_get(struct api_call *call); /* GET /queue and /public/waiting */
/* The queues that were read, as an array; loop thread. */
struct read_queue;
void queue_view(struct text *body, const char *key, struct api *api, const struct read_queue *read);

/* payment_api.c */
enum err payment_api_setup(struct api_call *call);
enum err payment_api_save_setup(struct api_call *call);
enum err payment_api_qr(struct api_call *call);

/* queue_report_api.c */
enum err closed_report_api_close(struct api_call *call);
enum err closed_report_api_list(struct api_call *call);
enum err closed_report_api_get(struct api_call *call);
enum err queue_report_api_get(struct api_call *call);

/* report_api.c */
enum err report_api_on_time(struct api_call *call);
enum err report_api_dossiers(struct api_call *call);

/* open_report_api.c */
enum err report_api_open(struct api_call *call);
enum err report_api_open_dossiers(struct api_call *call);

/* report_export_api.c */
enum err report_api_on_time_export(struct api_call *call);
enum err report_api_open_export(struct api_call *call);
enum err report_api_on_time_print(struct api_call *call);
enum err report_api_open_print(struct api_call *call);
enum err report_api_book_export(struct api_call *call);
enum err report_api_book_print(struct api_call *call);

/* session_api.c */
enum err session_api_open(struct api_call *call);
enum err session_api_get(struct api_call *call);
enum err session_api_close(struct api_call *call);
enum err session_api_me(struct api_call *call);

/* system_api.c */
enum err system_api_health(struct api_call *call);
enum err system_api_metrics(struct api_call *call);
enum err system_api_version(struct api_call *call);
enum err system_api_events(struct api_call *call);
enum err system_api_clock_get(struct api_call *call);
enum err system_api_clock_set(struct api_call *call);

/* catalogue_api.c */
enum err catalogue_api_sites(struct api_call *call);
enum err catalogue_api_services(struct api_call *call);
enum err catalogue_api_units(struct api_call *call);
enum err catalogue_api_agencies(struct api_call *call);
enum err catalogue_api_procedures(struct api_call *call);
enum err catalogue_api_procedure(struct api_call *call);
enum err catalogue_api_public_procedures(struct api_call *call);
enum err catalogue_api_versions(struct api_call *call);
enum err catalogue_api_version(struct api_call *call);

/* catalogue_file_api.c */
enum err catalogue_api_export(struct api_call *call);
enum err catalogue_api_import(struct api_call *call);

/* calendar_api.c */
enum err calendar_api_get(struct api_call *call);
enum err calendar_api_amend(struct api_call *call);
enum err calendar_api_versions(struct api_call *call);
enum err calendar_api_confirm(struct api_call *call);

/* print_api.c */
enum err print_api_list(struct api_call *call);
enum err print_api_get(struct api_call *call);
enum err print_api_document(struct api_call *call);
enum err print_api_reprint(struct api_call *call);
enum err print_api_resolve(struct api_call *call);

/* access_api.c */
enum err access_api_accounts(struct api_call *call);
enum err access_api_account(struct api_call *call);
enum err access_api_create_account(struct api_call *call);
enum err access_api_change_account(struct api_call *call);
enum err access_api_new_password(struct api_call *call);

/* device_api.c */
enum err device_api_list(struct api_call *call);
enum err device_api_create(struct api_call *call);
enum err webhook_api_list(struct api_call *call);
enum err webhook_api_create(struct api_call *call);
enum err webhook_api_change(struct api_call *call);
enum err webhook_api_new_secret(struct api_call *call);
enum err webhook_api_delete(struct api_call *call);
enum err device_api_delete(struct api_call *call);
enum err device_api_make_pairing(struct api_call *call);
enum err device_api_pair(struct api_call *call);

/* setup_api.c, printer_api.c, rules_api.c */
enum err setup_api_get(struct api_call *call);
enum err setup_api_create_site(struct api_call *call);
enum err setup_api_change_site(struct api_call *call);
enum err setup_api_create_service(struct api_call *call);
enum err setup_api_change_service(struct api_call *call);
enum err setup_api_create_counter(struct api_call *call);
enum err setup_api_change_counter(struct api_call *call);
enum err setup_api_create_printer(struct api_call *call);
enum err setup_api_change_printer(struct api_call *call);
enum err printer_api_found(struct api_call *call);
enum err printer_api_test(struct api_call *call);
enum err rules_api_get(struct api_call *call);
enum err rules_api_set(struct api_call *call);

/* backup_api.c */
enum err backup_api_make(struct api_call *call);
enum err backup_api_list(struct api_call *call);
enum err backup_api_get(struct api_call *call);
enum err backup_api_database(struct api_call *call);

/* log_api.c */
enum err log_api_read(struct api_call *call);
enum err log_api_check(struct api_call *call);

/* dossier_api.c */
enum err dossier_api_open(struct api_call *call);
enum err dossier_api_preview(struct api_call *call); /* POST /print-previews */
enum err dossier_api_act(struct api_call *call);     /* every action; its route names it */
enum err dossier_api_get(struct api_call *call);
enum err dossier_api_ledger(struct api_call *call);
enum err dossier_api_history(struct api_call *call);
enum err dossier_api_look_up(struct api_call *call); /* GET /public/dossiers/{code} */

/* scan_api.c */
enum err scan_api_attach(struct api_call *call);
enum err scan_api_remove(struct api_call *call);
enum err scan_api_list(struct api_call *call);
enum err scan_api_held(struct api_call *call);
enum err scan_api_reuse(struct api_call *call);
enum err scan_api_file(struct api_call *call);
/* Answer with the bytes of a scan (taken over), as an attachment. */
void scan_answer_file(struct command *command, int64_t id, const char *type_name,
                      struct text *bytes);
/* inbox_api.c */
enum err inbox_api_list(struct api_call *call);
enum err inbox_api_folder(struct api_call *call);
enum err inbox_api_file(struct api_call *call);
enum err inbox_api_assign(struct api_call *call);
enum err inbox_api_discard(struct api_call *call);

/* receipt_api.c */
enum err sheet_api_print(struct api_call *call);
enum err receipt_api_refund(struct api_call *call);
enum err receipt_api_issue(struct api_call *call);
enum err receipt_api_ask_void(struct api_call *call);
enum err receipt_api_void(struct api_call *call);
enum err receipt_api_keep(struct api_call *call);
enum err receipt_api_of_dossier(struct api_call *call);
enum err receipt_api_list(struct api_call *call);
enum err receipt_api_read(struct api_call *call);
/* import_api.c */
enum err import_api_dossiers(struct api_call *call);
/* What became of the lines: the answer of both imports. */
void import_api_answer(struct command *command);

/* table_import_api.c */
enum err import_api_table(struct api_call *call);

/* import_mapping_api.c */
enum err import_mapping_api_list(struct api_call *call);
enum err import_mapping_api_get(struct api_call *call);
enum err import_mapping_api_put(struct api_call *call);

/* cash_api.c */
enum err cash_api_close(struct api_call *call);
enum err cash_api_till(struct api_call *call); /* GET /cash-closings/next */
enum err cash_api_list(struct api_call *call);

/* statement_api.c */
enum err statement_api_match(struct api_call *call);

/* dossier_list_api.c */
enum err dossier_api_list(struct api_call *call);
enum err identity_api_card(struct api_call *call);

/* public_api.c */
enum err public_api_ticket(struct api_call *call);
enum err public_api_hours(struct api_call *call);
/* The token of a ticket's link as it is looked up; `text` is an API_PARAMETER_SIZE parameter. */
void public_api_token(const char *text, char out_token[TOKEN_SIZE]);

/* satisfaction_api.c */
enum err satisfaction_api_rate_ticket(struct api_call *call);
enum err satisfaction_api_rate_dossier(struct api_call *call);
enum err satisfaction_api_public(struct api_call *call);
enum err satisfaction_api_report(struct api_call *call);

#endif
