/*
 * Rules checked: ..R-216, R-870, R-871, R-873..R-875.
 *
 * Random people try random actions under random facts; a slow reading of the page's table, typed
 * here as text, says what must come of each.
 */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "domain/dossier.h"
#include "support/dossier_page.h"

enum { WALKS = 2000, STEPS = 900 };

enum { ROWS = sizeof page / sizeof *page };

static const char *const passes_pending[] = {
    "confirm", "decline",   "recall", "request_withdrawal", "reassign", "ask_correction",
    "correct", "apologise", "extend", "hand_over"}; /* the last has its guard in the row */

static const struct person {
    const char *account, *unit, *roles;
} people[] = {
    {"a", "TT", "TIEP_NHAN"},
    {"b", "TT", "TIEP_NHAN"},
    {"c", "KT", "THU_LY"},
    {"d", "KT", "LD_PHONG"},
    {"e", "VH", "LD_PHONG"},
    {"f", "VP", "LANH_DAO"},
    {"g", "VP", "VAN_THU"},
    {"h", "TT", "GD_TT"},
    {"i", "TT", "GD_TT,TIEP_NHAN"},
    {"j", "KT", "LD_PHONG,LANH_DAO"},
    {"k", "IT", "QUAN_TRI"},
    {"l", "IT", "KIEM_TRA"},
    {"m", "TT", "TIEP_NHAN,LANH_DAO"},
    {"n", "KT", "THU_LY,LD_PHONG"},
    {"", "", "import"},
};

enum { PEOPLE = sizeof people / sizeof *people };

static uint64_t seed;

static unsigned below(unsigned limit)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % limit;
}

static bool mostly(void)
{
    return below(8) > 0;
}

/* True when `word` is one of the words of `list`, parted by `mark`. */
static bool has_word(const char *list, const char *word, char mark)
{
    const size_t length = strlen(word);

    for (const char *at = list; (at = strstr(at, word)) != NULL; at += length)
        if ((at == list || at[-1] == mark) && (at[length] == mark || at[length] == '\0'))
            return true;
    return false;
}

/* The reference's own dossier: nothing of it comes from the code under test. */
struct model {
    char state[24], before[24];
    bool post, same_day, at_counter, is_signed, given, pending, apologised, extended;
    int asked, paused_at, pauses, at_agencies;
    int32_t supplement_day;
    const char *acceptor, *responsible, *unit, *giver, *to_account, *to_unit;
};

struct facts {
    struct dossier_facts given;
    int to; /* person handed to; below 0: his unit */
};

static bool fact(const char *name, size_t length, const struct model *m, const struct facts *f,
                 const struct person *who)
{
    const struct dossier_facts *g = &f->given;
    const char *to = f->to < 0 ? "" : people[f->to].account;
    const struct {
        const char *name;
        bool holds;
    } all[] = {
        {"new_code", g->code_is_new},
        {"in_force", g->procedure_in_force},
        {"identity", g->identity_valid},
        {"documents", g->documents_complete},
        {"fee_before", g->fee_before_settled},
        {"calendar", g->due_in_calendar},
        {"asked", g->something_asked},
        {"supplied", g->something_supplied},
        {"reason", g->reason_given},
        {"at_counter", m->at_counter},
        {"receiver", g->receiver_may_act},
        {"another", strcmp(to, m->responsible) != 0},
        {"free", !m->pending},
        {"scans", m->given || g->scans_complete},
        {"pending", m->pending},
        {"first_or_override",
         m->pauses < 32 &&
             (m->asked == 0 || (g->reason_given && has_word(who->roles, "LANH_DAO", ',')))},
        {"in_time", m->paused_at || date_of_instant(g->now).day <= g->due.day.day},
        {"person", g->receiver_may_act && f->to >= 0},
        {"notice", g->notice_given},
        {"basis", g->basis_given},
        {"room", m->pauses < 32},
        {"not_paused", !m->paused_at},
        {"once", !m->apologised},
        {"day_before", date_of_instant(g->now).day + 1 <= g->due.day.day},
        {"later", g->new_time_in_calendar && date_of_instant(g->new_time).day > g->due.day.day},
        {"known", g->extension_known},
        {"steps_known", g->step_known},
        {"correctable", g->correctable},
        {"in_order", g->moment_in_order},
        {"asker", g->asked_by_another},
        {"agency_free", g->agency_free},
        {"step_is_open", g->step_is_open},
        {"first", !m->extended},
        {"obligation", g->obligation_settled},
        {"not_acceptor", strcmp(who->account, m->acceptor) != 0},
        {"result", g->result_given},
        {"signed", m->is_signed},
        {"number", g->number_is_free},
        {"fee_after", g->fee_after_settled},
        {"collector", g->collector_identified},
        {"authorised", g->collector_authorised},
        {"not_signed", !m->is_signed},
        {"date_passed", date_of_instant(g->now).day > m->supplement_day},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strlen(all[i].name) == length && memcmp(all[i].name, name, length) == 0)
            return all[i].holds;
    fail_msg("no fact %.*s", (int)length, name);
    return false;
}

static bool condition(const char *name, const struct model *m, const struct person *who)
{
    if (strcmp(name, "post") == 0)
        return m->post;
    if (strcmp(name, "same_day") == 0)
        return m->same_day;
    if (strcmp(name, "again") == 0)
        return m->asked > 0;
    return strcmp(m->acceptor, who->account) == 0; /* acceptor */
}

static bool any_officer(const struct person *who)
{
    return strcmp(who->roles, "import") != 0 && strcmp(who->roles, "QUAN_TRI") != 0 &&
           strcmp(who->roles, "KIEM_TRA") != 0;
}

/* What one word of "who" gives this person: 'o' own right, 'a' acting for another, 'n' nothing.
 * With `loose` only the role counts. */
static char word_right(char *word, const struct model *m, const struct person *who, bool loose)
{
    char *slash = strchr(word, '/');
    const bool director = has_word(who->roles, "GD_TT", ',');
    bool holds;

    if (strcmp(word, "import") == 0)
        return strcmp(who->roles, "import") == 0 ? 'o' : 'n';
    if (strcmp(word, "responsible") == 0)
        return any_officer(who) && (loose || strcmp(m->responsible, who->account) == 0) ? 'o'
               : director && strcmp(m->state, "accepted") == 0                          ? 'a'
                                                                                        : 'n';
    if (strcmp(word, "giver") == 0)
        return any_officer(who) && (loose || !m->pending || strcmp(m->giver, who->account) == 0)
                   ? 'o'
                   : 'n';
    if (strcmp(word, "receiver") == 0)
        return any_officer(who) && (loose || !m->pending ||
                                    (m->to_account[0] ? strcmp(m->to_account, who->account) == 0
                                                      : strcmp(m->to_unit, who->unit) == 0))
                   ? 'o'
                   : 'n';
    if (slash)
        *slash = '\0';
    holds = loose || !slash || condition(slash + 1, m, who);
    if (has_word(who->roles, word, ',') && holds &&
        (loose || !has_word("THU_LY LD_PHONG", word, ' ') || strcmp(m->unit, who->unit) == 0))
        return 'o';
    /* GD_TT stands in for reception and heads of units; a named acceptor is of reception */
    return director && (strcmp(word, "TIEP_NHAN") == 0 || strcmp(word, "LD_PHONG") == 0) &&
                   (holds || strcmp(slash + 1, "acceptor") == 0)
               ? 'a'
               : 'n';
}

static char row_right(const struct row *row, const struct model *m, const struct person *who,
                      bool loose)
{
    char words[80], best = 'n';

    snprintf(words, sizeof words, "%s", row->who);
    for (char *save = NULL, *word = strtok_r(words, " ", &save); word;
         word = strtok_r(NULL, " ", &save)) {
        const char right = word_right(word, m, who, loose);

        if (right == 'o' || (right == 'a' && best == 'n'))
            best = right;
    }
    return best;
}

/* What the page answers: "ok" or an error code. */
static const char *answer(const char *action, const struct model *m, const struct facts *f,
                          const struct person *who, const struct row **out_row)
{
    static char code[32];
    bool might = false, passes = false;
    char right = 'n';

    *out_row = NULL;
    for (int i = 0; i < ROWS; i++) {
        if (strcmp(page[i].action, action) != 0)
            continue;
        might |= row_right(&page[i], m, who, true) != 'n';
        if (has_word(page[i].from, m->state, ' '))
            *out_row = &page[i];
    }
    if (!*out_row)
        return might ? "state_forbids" : "forbidden";
    right = row_right(*out_row, m, who, false);
    if (right == 'n')
        return "forbidden";
    for (size_t i = 0; i < sizeof passes_pending / sizeof *passes_pending; i++)
        passes |= strcmp(passes_pending[i], action) == 0;
    if (m->pending && !passes)
        return "handover_pending";
    if (right == 'a' && !f->given.reason_given)
        return "reason_missing";
    for (const char *at = (*out_row)->guards; *at; at += strcspn(at, " "), at += *at == ' ') {
        const size_t name = strcspn(at, ":"), end = strcspn(at, " ");

        if (!fact(at, name, m, f, who)) {
            snprintf(code, sizeof code, "%.*s", (int)(end - name - 1), at + name + 1);
            return code;
        }
    }
    return "ok";
}

static void model_apply(struct model *m, const struct row *row, const struct facts *f,
                        const struct person *who)
{
    const bool before_acceptance = m->acceptor[0] == '\0';
    char old[24];

    memcpy(old, m->state, sizeof old);
    if (strcmp(row->to, "before") == 0)
        memcpy(m->state, m->before, sizeof old);
    else if (strcmp(row->to, "processing_at_last") == 0)
        snprintf(m->state, sizeof m->state, "%s", --m->at_agencies ? "with_agency" : "processing");
    else if (strcmp(row->to, "same") != 0)
        snprintf(m->state, sizeof m->state, "%s", row->to);
    if (strcmp(row->action, "accept") == 0)
        m->acceptor = m->responsible = who->account, m->unit = who->unit;
    if (strcmp(row->action, "hand_over") == 0) {
        m->pending = m->given = true;
        m->giver = m->responsible;
        m->to_account = f->to < 0 ? "" : people[f->to].account;
        m->to_unit = people[f->to < 0 ? -f->to - 1 : f->to].unit;
    }
    if (strcmp(row->action, "confirm") == 0)
        m->responsible = who->account, m->unit = who->unit;
    if (strcmp(row->action, "reassign") == 0)
        m->responsible = people[f->to].account, m->unit = people[f->to].unit;
    if (strcmp(row->action, "apologise") == 0)
        m->apologised = true;
    if (strcmp(row->action, "extend") == 0)
        m->extended = true;
    if (strcmp(row->action, "forward") == 0)
        m->at_agencies = f->given.steps_forwarded;
    if (strcmp(row->action, "reopen") == 0)
        m->is_signed = false;
    if (has_word("request_payment suspend", row->action, ' '))
        m->pauses++, m->paused_at = 1;
    if (has_word("confirm decline recall reassign request_withdrawal", row->action, ' '))
        m->pending = false;
    if (strcmp(row->action, "request_withdrawal") == 0)
        memcpy(m->before, old, sizeof old);
    if (strcmp(row->action, "sign") == 0)
        m->is_signed = true;
    if (strcmp(row->action, "request_supplement") == 0 && !before_acceptance) {
        m->asked++;
        m->pauses++;
        m->paused_at = 1;
        m->supplement_day = date_of_instant(f->given.now).day + 30;
    }
    if (strcmp(row->action, "resume") == 0)
        m->paused_at = 0;
}

static struct facts random_facts(struct instant now)
{
    struct facts f = {.to = (int)below(PEOPLE - 1)};
    const struct person *to = &people[f.to];
    const bool by_unit = below(4) == 0;

    f.given = (struct dossier_facts){
        .now = now,
        .policy = dossier_policy_default(),
        .due = {.kind = DUE_DAY, .day = date_plus(date_of_instant(now), (int)below(12) - 1)},
        .reason_given = below(2) == 0,
        .code_is_new = mostly(),
        .procedure_in_force = mostly(),
        .identity_valid = mostly(),
        .documents_complete = mostly(),
        .fee_before_settled = mostly(),
        .due_in_calendar = mostly(),
        .something_asked = mostly(),
        .something_supplied = mostly(),
        .receiver_may_act = mostly(),
        .scans_complete = mostly(),
        .obligation_settled = mostly(),
        .notice_given = mostly(),
        .basis_given = mostly(),
        .new_time = instant_plus_seconds(now, 86400 * (int64_t)below(16)),
        .new_time_in_calendar = mostly(),
        .extension_known = mostly(),
        .step_known = mostly(),
        .correctable = mostly(),
        .moment_in_order = mostly(),
        .asked_by_another = mostly(),
        .agency_free = mostly(),
        .steps_forwarded = 1 + (int)below(3),
        .step_is_open = mostly(),
        .result_given = mostly(),
        .number_is_free = mostly(),
        .fee_after_settled = mostly(),
        .collector_identified = mostly(),
        .collector_authorised = mostly(),
    };
    snprintf(f.given.receiver.account, ACCOUNT_CODE_SIZE, "%s", by_unit ? "" : to->account);
    snprintf(f.given.receiver.unit, OFFICER_UNIT_SIZE, "%s", to->unit);
    f.to = by_unit ? -f.to - 1 : f.to;
    return f;
}

static struct dossier_actor actor_of(const struct person *who)
{
    struct dossier_actor actor = {.import = strcmp(who->roles, "import") == 0};

    snprintf(actor.officer.account, ACCOUNT_CODE_SIZE, "%s", who->account);
    snprintf(actor.officer.unit, OFFICER_UNIT_SIZE, "%s", who->unit);
    if (!actor.import)
        assert_int_equal(role_set_parse(who->roles, strlen(who->roles), &actor.roles), ERR_OK);
    return actor;
}

static void assert_same(const struct dossier *dossier, const struct model *m)
{
    const enum dossier_phase phase = dossier_state_phase(dossier->state);

    assert_string_equal(dossier_state_name(dossier->state), m->state);
    assert_string_equal(dossier->responsible.account, m->responsible);
    assert_string_equal(dossier->responsible.unit, m->unit);
    assert_string_equal(dossier->accepted_by, m->acceptor);
    assert_int_equal(dossier->handover.pending, m->pending);
    assert_int_equal(dossier->decision_signed, m->is_signed);
    assert_int_equal(dossier->supplements_asked, m->asked);
    assert_int_equal(dossier->reappointed, m->apologised);
    assert_int_equal(dossier->extended, m->extended);
    assert_int_equal(dossier->pause_count, m->pauses);
    assert_int_equal(dossier_open_pause(dossier) != NULL, m->paused_at);
    assert_int_equal(instant_seconds(dossier->ended_at) != 0,
                     phase == PHASE_ENDED || phase == PHASE_CLOSED);
}

/* What ends a walk, or is possible in every state, is tried less often, or few walks would go far.
 */
static enum dossier_action random_action(void)
{
    const enum dossier_action action = (enum dossier_action)below(DOSSIER_ACTION_COUNT);

    switch ((int)action) {
    case ACTION_REFUSE:
        return mostly() ? ACTION_ACCEPT : action;
    case ACTION_REQUEST_WITHDRAWAL:
    case ACTION_ASK_CORRECTION:
        return mostly() ? ACTION_CONFIRM : action;
    case ACTION_FORWARD:
    case ACTION_CORRECT:
        return mostly() ? ACTION_REQUEST_PAYMENT : action;
    default:
        return action;
    }
}

/* Rows carried out, and errors given, by code. */
static int done_rows[ROWS], given_errors[ERR_COUNT];

/* Play one action on both; returns 1 when it was carried out. */
static int step(struct dossier *dossier, struct model *m, struct instant now)
{
    const struct person *who = &people[below(PEOPLE)];
    const struct dossier_actor actor = actor_of(who);
    const enum dossier_action action = random_action();
    const struct facts f = random_facts(now);
    const uint32_t allowed = dossier_allowed_actions(dossier, &actor);
    struct dossier_change change;
    const struct row *row;
    const char *expected = answer(dossier_action_name(action), m, &f, who, &row);
    const enum err err = dossier_decide(dossier, action, &actor, &f.given, &change);

    if (strcmp(err_code(err), expected) != 0)
        fail_msg("%s by %s (%s) in %s: want %s, got %s", dossier_action_name(action), who->account,
                 who->roles, m->state, expected, err_code(err));
    given_errors[err]++;
    if (err)
        return 0;
    done_rows[row - page]++;
    assert_true((allowed >> action & 1) != 0);
    model_apply(m, row, &f, who);
    *dossier = change.after;
    assert_same(dossier, m);
    return 1;
}

/* Each row of the page was carried out, each error of the table given. A 33rd pause is too far for
 * these walks: test_dossier_clock.c. */
static void assert_everything_was_met(void)
{
    size_t count;
    const struct dossier_rule *rule = dossier_rules(&count);

    assert_int_equal(count, ROWS);
    for (int i = 0; i < ROWS; i++)
        if (done_rows[i] == 0)
            fail_msg("never carried out: %s from %s", page[i].action, page[i].from);
    for (; count > 0; count--, rule++)
        for (const enum dossier_guard *guard = rule->guards; *guard != GUARD_NONE; guard++)
            if (*guard != GUARD_PAUSE_LEFT && given_errors[dossier_guard_error(*guard)] == 0)
                fail_msg("never given: %s", err_code(dossier_guard_error(*guard)));
}

static void every_step_of_a_random_walk_is_as_the_page_says(void **state)
{
    int done = 0, ended = 0;

    (void)state;
    for (unsigned walk = 1; walk <= WALKS; walk++) {
        struct model m = {.state = "new",
                          .acceptor = "",
                          .responsible = "",
                          .unit = "",
                          .giver = "",
                          .to_account = "",
                          .to_unit = ""};
        struct dossier dossier = {.state = DOSSIER_NEW};
        struct instant now = instant_from_seconds(1773100000);

        seed = walk;
        m.post = below(2) == 0;
        m.same_day = below(2) == 0;
        m.at_counter = below(2) == 0;
        dossier.channel = m.post ? CHANNEL_POST : CHANNEL_ONLINE;
        dossier.same_day = m.same_day;
        dossier.at_counter = m.at_counter;
        for (int i = 0; i < STEPS; i++) {
            now = instant_plus_seconds(now, below(60000));
            done += step(&dossier, &m, now);
        }
        ended += dossier_state_phase(dossier.state) == PHASE_CLOSED;
    }
    print_message("%d actions carried out, %d of %d dossiers closed\n", done, ended, WALKS);
    assert_true(done > WALKS * 5);
    assert_everything_was_met();
    assert_true(ended > WALKS / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_of_a_random_walk_is_as_the_page_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
