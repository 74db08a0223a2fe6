#include "printer/output_escpos.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/printer_address.h"
#include "printer/escpos.h"

enum {
    CONNECT_MS = 3000,
    ANSWER_MS = 500,  /* for a state that is answered at once */
    FENCE_MS = 15000, /* for the paper to come out */
    STALL_MS = 30000, /* without a byte taken */
    CLOSE_MS = 1000,
    PAPER_CHECK_MS = 2000,
};

/* How far sending came. */
enum sending { SENDING_NOTHING, SENDING_PART, SENDING_ALL };

static bool ready(int fd, short what, int ms)
{
    struct pollfd poll_fd = {fd, what, 0};
    int n;

    do
        n = poll(&poll_fd, 1, ms);
    while (n < 0 && errno == EINTR);
    return n == 1;
}

static int connect_to(const struct addrinfo *address)
{
    int fd = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    int failure = 0;
    socklen_t length = sizeof failure;

    if (fd < 0)
        return -1;
    if (connect(fd, address->ai_addr, address->ai_addrlen) == 0)
        return fd;
    if (errno == EINPROGRESS && ready(fd, POLLOUT, CONNECT_MS) &&
        getsockopt(fd, SOL_SOCKET, SO_ERROR, &failure, &length) == 0 && failure == 0)
        return fd;
    close(fd);
    return -1;
}

static bool is_character_device(int status, const struct stat *file)
{
    return status == 0 && S_ISCHR(file->st_mode);
}

/*
 * A character device that stays below /dev when its links are followed: whatever else a path leads
 * to would be written over. Rule R-992.
 */
static int open_device(const char *path)
{
    char *real = realpath(path, NULL);
    struct stat file;
    int fd = -1;

    if (real && strncmp(real, DEVICE_FOLDER, strlen(DEVICE_FOLDER)) == 0 &&
        is_character_device(stat(real, &file), &file))
        fd = open(real, O_RDWR | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
    free(real);
    if (fd >= 0 && !is_character_device(fstat(fd, &file), &file)) {
        close(fd);
        fd = -1;
    }
    return fd;
}

/* Returns a non-blocking descriptor, or -1. */
static int open_printer(const struct destination *destination)
{
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *addresses;
    int fd = -1;

    if (destination->kind == DESTINATION_ESCPOS_DEVICE)
        return open_device(destination->name);
    if (getaddrinfo(destination->name, destination->port, &hints, &addresses) != 0)
        return -1;
    for (const struct addrinfo *at = addresses; at && fd < 0; at = at->ai_next)
        fd = connect_to(at);
    freeaddrinfo(addresses);
    return fd;
}

static enum sending send_bytes(int fd, const unsigned char *data, size_t length)
{
    size_t done = 0;

    while (done < length) {
        ssize_t part = write(fd, data + done, length - done);

        if (part > 0)
            done += (size_t)part;
        else if (part < 0 && errno == EINTR)
            continue;
        else if (part < 0 && errno == EAGAIN && ready(fd, POLLOUT, STALL_MS))
            continue;
        else
            return done ? SENDING_PART : SENDING_NOTHING;
    }
    return SENDING_ALL;
}

/* Wait for a byte whose bits under `mask` are `pattern`. Returns it, -1 no answer, -2 broken. */
static int answer(int fd, int mask, int pattern, int ms)
{
    while (ready(fd, POLLIN, ms)) {
        unsigned char byte;
        ssize_t n = read(fd, &byte, 1);

        if (n == 1 && (byte & mask) == pattern)
            return byte;
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
            return -2;
    }
    return -1;
}

/* Answers at once have bits 1 and 4 set, 0 and 7 clear; the fence's have 4 and 7 clear. */
static int ask(int fd, const char *question)
{
    if (send_bytes(fd, (const unsigned char *)question, ESCPOS_ASK_LENGTH) != SENDING_ALL)
        return -2;
    return answer(fd, 0x93, 0x12, ANSWER_MS);
}

/* PRINTER_UNKNOWN: it is there but does not answer such questions. */
static enum printer_state look(int fd, const struct destination *destination)
{
    int paper, printer;

    if (destination->silent)
        return PRINTER_UNKNOWN;
    paper = ask(fd, ESCPOS_ASK_PAPER);
    if (paper < 0)
        return paper == -1 ? PRINTER_UNKNOWN : PRINTER_OFFLINE;
    if (paper & ESCPOS_PAPER_OUT)
        return PRINTER_OUT_OF_PAPER;
    printer = ask(fd, ESCPOS_ASK_PRINTER);
    if (printer == -2 || (printer >= 0 && (printer & ESCPOS_PRINTER_OFFLINE)))
        return PRINTER_OFFLINE;
    return PRINTER_READY;
}

enum printer_state output_escpos_state(const struct destination *destination)
{
    int fd = open_printer(destination);
    enum printer_state state;

    if (fd < 0)
        return PRINTER_OFFLINE;
    state = look(fd, destination);
    close(fd);
    return state;
}

/*
 * End the connection so that a slow printer still reads what was sent: closing a socket with unread
 * answers would reset it.
 */
static void let_go(int fd)
{
    shutdown(fd, SHUT_WR);
    answer(fd, 0, 1, CLOSE_MS); /* no byte fits: reads until the end */
}

/* Wait for the fence and say how it ended. */
static void confirm(struct errand *errand, int fd, bool answers)
{
    int fence;

    errand_sent(errand);
    if (errand->order->destination.silent) {
        errand_printed(errand, false);
        return;
    }
    fence = send_bytes(fd, (const unsigned char *)ESCPOS_FENCE, ESCPOS_ASK_LENGTH) == SENDING_ALL
                ? answer(fd, 0x90, 0, answers ? FENCE_MS : ANSWER_MS)
                : -2;
    if (fence < 0) {
        let_go(fd);
        errand_attention(errand, "unconfirmed", "Đã gửi nhưng máy in không xác nhận: hãy xem giấy");
    } else if (fence & ESCPOS_FENCE_PAPER_OUT) {
        errand_note(errand, PRINTER_OUT_OF_PAPER);
        errand_attention(errand, "out_of_paper", "Hết giấy trong khi in: hãy xem giấy");
    } else {
        errand_printed(errand, true);
    }
}

/* Send to a printer that was found ready, or at least there. True when the errand is over. */
static bool hand_over(struct errand *errand, int fd, const struct bytes *document, bool answers)
{
    switch (send_bytes(fd, document->data, document->length)) {
    case SENDING_NOTHING:
        return false;
    case SENDING_PART:
        errand_attention(errand, "unconfirmed", "Mất kết nối khi đang gửi: hãy xem giấy");
        return true;
    case SENDING_ALL:
        confirm(errand, fd, answers);
        return true;
    }
    return true;
}

/*
 * One attempt: look, ask leave once, look again, send. Sets `out_turn` to what the server wants.
 * True when the errand is over; false when nothing was sent and `out_turn` tells how to go on.
 */
static bool attempt(struct errand *errand, const struct bytes *document, bool *granted,
                    enum errand_turn *out_turn)
{
    const struct destination *destination = &errand->order->destination;
    int fd = open_printer(destination);
    enum printer_state state = fd < 0 ? PRINTER_OFFLINE : look(fd, destination);
    bool over = false;

    *out_turn = ERRAND_GO_ON;
    if ((state == PRINTER_READY || state == PRINTER_UNKNOWN) && !*granted) {
        *out_turn = errand_created(errand, 1);
        *granted = *out_turn == ERRAND_GO_ON;
        if (state == PRINTER_READY && *granted)
            state = look(fd, destination); /* the answer may have taken long */
    }
    if (*out_turn != ERRAND_GO_ON) {
        over = false;
    } else if (state == PRINTER_OUT_OF_PAPER) { /* Rule R-810 */
        errand_hold(errand, state, NULL);
        *out_turn = errand_pause(errand, PAPER_CHECK_MS);
    } else if (state == PRINTER_OFFLINE || state == PRINTER_PAUSED) {
        errand_note(errand, state);
        *out_turn = errand_retry(errand, "offline", 0);
    } else {
        errand_release(errand);
        over = hand_over(errand, fd, document, state == PRINTER_READY);
        if (!over)
            *out_turn = errand_retry(errand, "offline", 0);
    }
    if (fd >= 0)
        close(fd);
    return over;
}

void output_escpos(struct errand *errand, const struct bytes *document)
{
    enum errand_turn turn = ERRAND_GO_ON;
    bool granted = false;

    if (errand->order->known_job > 0) { /* an earlier run may have sent it. Rule R-807 */
        errand_attention(errand, "unconfirmed", "Chương trình in đã dừng giữa chừng: hãy xem giấy");
        return;
    }
    while (turn == ERRAND_GO_ON)
        if (attempt(errand, document, &granted, &turn))
            return;
    if (turn == ERRAND_CANCELLED)
        errand_say_cancelled(errand);
}
