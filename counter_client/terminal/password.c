#include "counter_client/terminal/password.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>

static bool read_line(FILE *file, char out_line[PASSWORD_SIZE])
{
    char *end;

    if (!fgets(out_line, PASSWORD_SIZE, file))
        return false;
    end = strpbrk(out_line, "\r\n");
    if (!end)
        return strlen(out_line) + 1 < PASSWORD_SIZE && out_line[0] != '\0';
    *end = '\0';
    return out_line[0] != '\0';
}

bool password_read(const char *prompt, char out_password[PASSWORD_SIZE])
{
    struct termios before, silent;
    FILE *terminal;
    bool ok;

    if (!prompt)
        return read_line(stdin, out_password);
    terminal = fopen("/dev/tty", "r+");
    if (!terminal)
        return false;
    setvbuf(terminal, NULL, _IONBF, 0);
    if (tcgetattr(fileno(terminal), &before) != 0) {
        fclose(terminal);
        return false;
    }
    silent = before;
    silent.c_lflag &= (tcflag_t)~ECHO;
    tcsetattr(fileno(terminal), TCSAFLUSH, &silent);
    fprintf(terminal, "%s: ", prompt);
    ok = read_line(terminal, out_password);
    fputc('\n', terminal);
    tcsetattr(fileno(terminal), TCSAFLUSH, &before);
    fclose(terminal);
    return ok;
}
