/* The second use of `replay`: a real day from the log under other rules, in figures. */
#ifndef COMMAND_REPLAY_REPORT_H
#define COMMAND_REPLAY_REPORT_H

struct replay_report_options {
    const char *data;  /* folder */
    const char *date;  /* YYYY-MM-DD */
    const char *rules; /* file; NULL: the rules in force */
    const char *site;  /* NULL: every site */
};

/*
 * Print, for each site, service and class and for all of them: issued, served, no_show, left, the
 * median, 90th percentile and longest wait in seconds, and the most passed over; one line as it
 * really was and one as it is under the rules.
 *
 * Returns the exit status: 2 for an unusable date, site or rules file.
 */
int replay_report(const struct replay_report_options *options);

#endif
