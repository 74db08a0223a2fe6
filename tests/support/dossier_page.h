/*
 * The page of dossier states as text, row by row: the slow reference of the property walk. Nothing
 * of it comes from the code under test.
 */
#ifndef SUPPORT_DOSSIER_PAGE_H
#define SUPPORT_DOSSIER_PAGE_H

/* "who" words: a role; a role and a condition; responsible, receiver, giver; import. "guards"
 * words: fact:error. */
static const struct row {
    const char *action, *from, *to, *who, *guards;
} page[] = {
    {"arrive", "new", "arrived", "import TIEP_NHAN/post", "new_code:duplicate_code"},
    {"accept", "new arrived", "accepted", "TIEP_NHAN",
     "in_force:procedure_not_in_force identity:identity_invalid documents:documents_missing "
     "fee_before:fee_unpaid calendar:calendar_range"},
    {"request_supplement", "new arrived", "supplement_before", "TIEP_NHAN", "asked:nothing_asked"},
    {"resubmit", "supplement_before", "arrived", "TIEP_NHAN import", "supplied:nothing_supplied"},
    {"refuse", "new arrived supplement_before", "refused", "TIEP_NHAN", "reason:reason_missing"},
    {"begin", "accepted", "processing", "TIEP_NHAN/acceptor", "at_counter:not_at_counter"},
    {"hand_over", "accepted processing", "same", "responsible",
     "receiver:receiver_unknown another:same_receiver free:handover_pending scans:scans_missing"},
    {"confirm", "accepted processing", "processing", "receiver", "pending:no_handover"},
    {"recall", "accepted processing", "same", "giver GD_TT", "pending:no_handover"},
    {"decline", "accepted processing", "same", "receiver",
     "pending:no_handover reason:reason_missing"},
    {"reassign", "accepted processing", "same", "LD_PHONG GD_TT",
     "person:receiver_unknown reason:reason_missing"},
    {"request_supplement", "processing", "awaiting_supplement", "LD_PHONG LANH_DAO/again",
     "asked:nothing_asked first_or_override:supplement_limit in_time:after_due"},
    {"resume", "awaiting_supplement", "processing", "TIEP_NHAN", "supplied:nothing_supplied"},
    {"resume", "awaiting_payment", "processing", "TIEP_NHAN import", "obligation:fee_unpaid"},
    {"resume", "suspended", "processing", "LD_PHONG", ""},
    {"request_payment", "processing", "awaiting_payment", "THU_LY",
     "notice:notice_missing in_time:after_due room:limit_reached"},
    {"suspend", "processing", "suspended", "LD_PHONG",
     "basis:basis_missing in_time:after_due room:limit_reached"},
    {"apologise", "accepted processing with_agency withdrawal_requested", "same", "LANH_DAO",
     "not_paused:state_forbids once:already_reappointed day_before:too_late later:bad_time"},
    {"extend",
     "accepted processing with_agency awaiting_supplement awaiting_payment suspended "
     "withdrawal_requested",
     "same", "LANH_DAO", "known:no_extension first:already_extended in_time:after_due"},
    {"forward", "accepted processing", "with_agency", "THU_LY TIEP_NHAN",
     "steps_known:no_such_step agency_free:step_open"},
    {"step_result", "with_agency", "processing_at_last", "THU_LY TIEP_NHAN import",
     "step_is_open:no_such_step"},
    {"ask_correction",
     "arrived supplement_before refused accepted processing with_agency awaiting_supplement "
     "awaiting_payment suspended withdrawal_requested stopped result_ready returned",
     "same", "TIEP_NHAN THU_LY LD_PHONG LANH_DAO VAN_THU GD_TT",
     "reason:reason_missing correctable:not_correctable in_order:moment_order"},
    {"correct",
     "arrived supplement_before refused accepted processing with_agency awaiting_supplement "
     "awaiting_payment suspended withdrawal_requested stopped result_ready returned",
     "same", "GD_TT",
     "reason:reason_missing asker:separation_of_duties correctable:not_correctable "
     "in_order:moment_order"},
    {"reopen", "result_ready", "processing", "LANH_DAO", "reason:reason_missing"},
    {"sign", "processing", "same", "LANH_DAO",
     "not_acceptor:separation_of_duties result:result_missing"},
    {"issue_result", "processing", "result_ready", "VAN_THU TIEP_NHAN/same_day",
     "signed:not_signed number:duplicate_number"},
    {"return_result", "result_ready", "returned", "TIEP_NHAN import",
     "fee_after:fee_unpaid collector:receiver_missing authorised:authorisation_missing"},
    {"request_withdrawal",
     "accepted processing with_agency awaiting_supplement awaiting_payment suspended",
     "withdrawal_requested", "TIEP_NHAN", "not_signed:decision_signed"},
    {"deny_withdrawal", "withdrawal_requested", "before", "GD_TT", "reason:reason_missing"},
    {"stop", "withdrawal_requested", "stopped", "GD_TT", "not_signed:decision_signed"},
    {"stop", "awaiting_supplement", "stopped", "LD_PHONG", "date_passed:supplement_date_open"},
};

#endif
