/*
 * The language of the person at the terminal, for messages of commands. Reads the environment, any
 * thread; for the edges alone (commands, start of the server): a request has its own language.
 */
#ifndef BASE_USER_LANGUAGE_H
#define BASE_USER_LANGUAGE_H

#include "base/error.h"

/*
 * LC_ALL, LC_MESSAGES, LANG: the first that says something decides. Vietnamese when it begins with
 * "vi", else English (also for "C", which says nothing about a language).
 */
enum language user_language(void);

#endif
