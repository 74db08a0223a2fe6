/*
 * The commands of queue_server: one function each, one file each.
 *
 * A command gets the arguments that follow its name (argv[0] is the name itself), prints its answer
 * on standard output and messages on standard error, and returns the exit status:
 * 0 done, 1 refused or failed, 2 wrong options or an unusable input file.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

enum exit_status { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

int command_serve(int argc, char **argv);
int command_init(int argc, char **argv);
int command_import(int argc, char **argv);
int command_export(int argc, char **argv);
int command_mapping(int argc, char **argv);
int command_account(int argc, char **argv);
int command_backup(int argc, char **argv);
int command_check(int argc, char **argv);
int command_clock(int argc, char **argv);
int command_calendar(int argc, char **argv);
int command_due(int argc, char **argv);
int command_between(int argc, char **argv);
int command_replay(int argc, char **argv);

#endif
