/* Accounts and devices as JSON, without their secrets. Pure but for memory. */
#ifndef USECASE_ACCESS_VIEW_H
#define USECASE_ACCESS_VIEW_H

#include "base/text.h"
#include "store/account_rows.h"
#include "usecase/pair_device.h"

void account_view(struct text *text, const char *key, const struct directory_account *account);
void device_view(struct text *text, const char *key, const struct directory_device *device);
/* null when there is no code. It is a secret, for the administrator's eyes. */
void pairing_view(struct text *text, const char *key, const struct pairing *pairing);

#endif
