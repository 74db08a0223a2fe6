/* The VietQR text by which somebody pays what is owed for a dossier. Reader thread. */
#ifndef USECASE_READ_PAYMENT_QR_H
#define USECASE_READ_PAYMENT_QR_H

#include "usecase/payment_setup.h"

struct read_payment_qr {
    struct command command;

    /* Input. */
    int64_t dossier;

    /* Output. */
    struct payment_setup setup;
    struct vietqr code;
    char text[VIETQR_TEXT_SIZE];
};

/* ERR_OK; ERR_NOT_FOUND; ERR_NO_PAYMENT_ACCOUNT; ERR_NOTHING_OWED; ERR_NO_DOSSIER_CODE (the purpose
 * would name nothing by which the payment is found again). */
enum err read_payment_qr_run(struct store_tx *tx, struct command *command);

#endif
