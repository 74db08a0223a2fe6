/* What server and printer must agree about beside the contract. Pure. */
#ifndef BASE_PAPER_LIMITS_H
#define BASE_PAPER_LIMITS_H

/* Rows of a report on paper: the server makes no more, the printer takes no more. */
enum { PAPER_ROWS_MAX = 400 };

#endif
