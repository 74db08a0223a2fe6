/*
 * A procedure (thủ tục hành chính) in one of its versions, as the catalogue states it.
 *
 * Loaded from a row of procedure_version by any thread that has a transaction; plain data after
 * that, owned by who loaded it:
 *
 *     struct procedure procedure;
 *     err = procedure_load(tx, "1.003583", today, &procedure);
 *     ...
 *     procedure_release(&procedure);
 *
 * A dossier pins (code, version) and finds the same procedure again with procedure_load_version(),
 * whatever has become of the catalogue since. Source of the fields: domain 7; rules.
 */
#ifndef USECASE_PROCEDURE_H
#define USECASE_PROCEDURE_H

#include "domain/deadline_policy.h"
#include "domain/step_plan.h"
#include "domain/time_limit.h"
#include "store/procedure_rows.h"

struct json_t; /* jansson's */

enum { PROCEDURE_DOCUMENTS_MAX = 100 };

/* Words of the catalogue file (stored), words of the API. */
#define DOCUMENT_FORM_MAP(X)                                                                       \
    X(FORM, "FORM", "form")             /* đơn, tờ khai theo mẫu */                          \
    X(ORIGINAL, "ORIGINAL", "original") /* bản chính nộp */                                   \
    X(COPY, "COPY", "copy")             /* bản sao */                                            \
    X(PRESENT, "PRESENT", "present")    /* xuất trình, không nộp */                          \
    X(DATA, "DATA", "data")             /* khai thác dữ liệu, không yêu cầu giấy */

#define FEE_KIND_MAP(X)                                                                            \
    X(FREE, "FREE", "free")                                                                        \
    X(FIXED, "FIXED", "fixed")                                                                     \
    X(PER_PAGE, "PER_PAGE", "per_page")                                                            \
    X(BY_CHANNEL, "BY_CHANNEL", "by_channel")                                                      \
    X(CONDITIONAL, "CONDITIONAL", "conditional")                                                   \
    X(PROVINCIAL, "PROVINCIAL", "provincial")                                                      \
    X(DECLARED, "DECLARED", "declared")

#define ONLINE_LEVEL_MAP(X)                                                                        \
    X(FULL, "TOAN_TRINH", "full")                                                                  \
    X(PARTIAL, "MOT_PHAN", "partial")                                                              \
    X(NONE, "TRUC_TIEP", "none")

#define X(name, word, api) DOCUMENT_FORM_##name,
enum document_form { DOCUMENT_FORM_MAP(X) DOCUMENT_FORM_COUNT };
#undef X
#define X(name, word, api) FEE_##name,
enum fee_kind { FEE_KIND_MAP(X) FEE_KIND_COUNT };
#undef X
#define X(name, word, api) ONLINE_##name,
enum online_level { ONLINE_LEVEL_MAP(X) ONLINE_LEVEL_COUNT };
#undef X

/* The API's word; static. */
const char *document_form_name(enum document_form form);
const char *fee_kind_name(enum fee_kind kind);
const char *online_level_name(enum online_level level);

/* One paper of the dossier (thành phần hồ sơ); its row number is its index + 1. */
struct procedure_document {
    const char *name;
    enum document_form form;
    bool required;
    const char *replace_by_data; /* the data source that replaces it, NULL for none */
};

struct procedure_fee {
    enum fee_kind kind;
    bool has_amount;
    int64_t amount; /* đồng, when has_amount */
    bool has_online_amount;
    int64_t online_amount; /* đồng, of a dossier filed online, when has_online_amount */
    const char *text;      /* as it is printed */
};

/* Texts are borrowed from `row`, never NULL unless that is said; dates are inclusive. */
struct procedure {
    char code[PROCEDURE_CODE_SIZE];
    int64_t version;
    struct date effective_from;
    bool ends;
    struct date effective_to; /* when it ends */

    const char *name;
    const char *field;             /* lĩnh vực */
    const char *unit;              /* code of the unit that handles it */
    struct time_limit limit;       /* the mountain add-on is in it where it counts */
    double mountain_extra;         /* units of the limit added in a mountain commune, 0 for none */
    struct deadline_policy policy; /* its cut-off; the rest as by default */
    const char *limit_text;        /* as the receipt prints it */
    bool has_extension;            /* a legal extension that may be granted */
    struct time_limit extension;
    const char *extension_reason; /* NULL without */
    struct procedure_fee fee;
    struct procedure_document *documents;
    int document_count;
    const char *result; /* what the person gets */
    bool result_on_paper;
    enum online_level online;
    bool beyond_boundary; /* received for agencies elsewhere (phi địa giới) */
    const char *note;     /* NULL for none */

    struct json_t *row; /* the whole row */
    bool kept;          /* documents and row are those of the store of procedures, else owned */
};

struct office;

/*
 * Load the version of `code` that is in force on `date`; when it has ended, the one that was in
 * force last: procedure_is_in_force() tells them apart.
 *
 * out_procedure  owned by the caller: procedure_release(); set on success only
 *
 * Returns ERR_OK, ERR_UNKNOWN_PROCEDURE (never begun by then), ERR_NO_MEMORY, ERR_STORE (a stored
 * row cannot be read). Rule R-280.
 */
enum err procedure_load(struct store_tx *tx, struct office *office, const char *code,
                        struct date date, struct procedure *out_procedure);

/* Load version `version` of `code`. Errors as procedure_load(). */
enum err procedure_load_version(struct store_tx *tx, struct office *office, const char *code,
                                int64_t version, struct procedure *out_procedure);

/* Free what the procedure owns; its plain members stay. */
void procedure_release(struct procedure *procedure);

/* True when `date` is in its range. Rule R-280. */
bool procedure_is_in_force(const struct procedure *procedure, struct date date);

/* A step at another agency (liên thông); texts are borrowed from the procedure. */
struct procedure_agency_step {
    const char *agency, *task;
    struct time_limit limit; /* NONE: it has no time of its own */
};

/* How many there are. */
int procedure_agency_steps(const struct procedure *procedure);
/* The step of row `row`, from 1; false when there is none. Rule R-876. */
bool procedure_agency_step(const struct procedure *procedure, int row,
                           struct procedure_agency_step *out_step);

/* The internal steps that it is planned in; without a plan their count is 0. Rule R-246. */
void procedure_step_plan(const struct procedure *procedure, struct step_plan *out_plan);

/* True for what is settled while the person waits (SAME_DAY): no hand-over is needed. */
static inline bool procedure_is_at_counter(const struct procedure *procedure)
{
    return procedure->limit.unit == LIMIT_SAME_DAY;
}

#endif
