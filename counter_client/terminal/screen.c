#include "counter_client/terminal/screen.h"

#include "counter_client/terminal/cells.h"

#include <curses.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ESCAPE_MS = 50 };

static void set_colours(void)
{
    if (!has_colors())
        return;
    start_color();
    use_default_colors();
    init_pair(STYLE_BAR, COLOR_WHITE, COLOR_BLUE);
    init_pair(STYLE_PRIMARY, COLOR_BLACK, COLOR_YELLOW);
    init_pair(STYLE_ALARM, COLOR_WHITE, COLOR_RED);
    init_pair(STYLE_GOOD, COLOR_GREEN, -1);
    init_pair(STYLE_FOCUS, COLOR_BLACK, COLOR_CYAN);
}

static attr_t attributes_of(enum style style)
{
    bool colours = has_colors();

    switch (style) {
    case STYLE_STRONG:
        return A_BOLD;
    case STYLE_QUIET:
        return A_DIM;
    case STYLE_BAR:
    case STYLE_PRIMARY:
    case STYLE_ALARM:
    case STYLE_FOCUS:
        return colours ? A_BOLD | (attr_t)COLOR_PAIR(style) : A_BOLD | A_REVERSE;
    case STYLE_GOOD:
        return colours ? (attr_t)COLOR_PAIR(style) : A_NORMAL;
    case STYLE_FIELD:
        return A_UNDERLINE;
    case STYLE_PLAIN:
    case STYLE_COUNT:
        break;
    }
    return A_NORMAL;
}

enum err screen_open(void)
{
    SCREEN *made;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return ERR_FILE;
    made = newterm(NULL, stdout, stdin);
    if (!made)
        return ERR_FILE;
    set_colours();
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(ESCAPE_MS);
    curs_set(0);
    leaveok(stdscr, FALSE);
    return ERR_OK;
}

void screen_close(void)
{
    SCREEN *made;

    endwin();
    made = set_term(NULL);
    if (made)
        delscreen(made);
}

int screen_rows(void)
{
    return getmaxy(stdscr);
}

int screen_columns(void)
{
    return getmaxx(stdscr);
}

void screen_resize(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resizeterm(size.ws_row, size.ws_col);
    clearok(stdscr, TRUE);
}

void screen_clear(void)
{
    erase();
    curs_set(0);
}

void screen_show(void)
{
    refresh();
}

void screen_forget(void)
{
    clearok(stdscr, TRUE);
}

int screen_text(int row, int column, int width, enum style style, const char *text)
{
    int room = screen_columns() - column;
    size_t length = strlen(text), fits;

    if (row < 0 || row >= screen_rows() || column < 0 || room <= 0 || width <= 0)
        return 0;
    if (width > room)
        width = room;
    fits = cells_fit(text, length, width);
    if (fits < length)
        fits = cells_fit(text, length, width - 1);
    attrset((int)attributes_of(style));
    mvaddnstr(row, column, text, (int)fits);
    if (fits < length)
        addstr("…");
    attrset(A_NORMAL);
    return cells_width(text, fits) + (fits < length ? 1 : 0);
}

void screen_fill(int row, int column, int width, enum style style, const char *text)
{
    int used = screen_text(row, column, width, style, text);

    attrset((int)attributes_of(style));
    for (int at = column + used; at < column + width && at < screen_columns(); at++)
        mvaddch(row, at, ' ');
    attrset(A_NORMAL);
}

void screen_line(int row, int column, int width)
{
    mvhline(row, column, 0, width);
}

void screen_column_line(int row, int column, int height)
{
    mvvline(row, column, 0, height);
}

void screen_cursor(int row, int column)
{
    curs_set(1);
    move(row, column);
}

/* ---- keys -------------------------------------------------------------------------------------
 */

static struct input_key special(wint_t code)
{
    static const struct {
        wint_t code;
        enum input_code input;
    } keys[] = {
        {KEY_LEFT, INPUT_LEFT},     {KEY_RIGHT, INPUT_RIGHT},     {KEY_UP, INPUT_UP},
        {KEY_DOWN, INPUT_DOWN},     {KEY_HOME, INPUT_HOME},       {KEY_END, INPUT_END},
        {KEY_PPAGE, INPUT_PAGE_UP}, {KEY_NPAGE, INPUT_PAGE_DOWN}, {KEY_BACKSPACE, INPUT_BACKSPACE},
        {KEY_DC, INPUT_DELETE},     {KEY_BTAB, INPUT_BACK_TAB},   {KEY_ENTER, INPUT_ENTER},
    };

    if (code >= KEY_F(1) && code <= KEY_F(12))
        return (struct input_key){INPUT_FUNCTION, (uint32_t)(code - KEY_F0)};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (keys[i].code == code)
            return (struct input_key){keys[i].input, 0};
    }
    return (struct input_key){INPUT_REDRAW, 0}; /* a resize, or a key without a meaning */
}

static struct input_key character(wint_t code)
{
    switch (code) {
    case '\r':
    case '\n':
        return (struct input_key){INPUT_ENTER, 0};
    case '\t':
        return (struct input_key){INPUT_TAB, 0};
    case 0x1b:
        return (struct input_key){INPUT_ESCAPE, 0};
    case 0x7f:
    case '\b':
        return (struct input_key){INPUT_BACKSPACE, 0};
    case 'U' - '@':
        return (struct input_key){INPUT_CLEAR, 0};
    case 'L' - '@':
        return (struct input_key){INPUT_REDRAW, 0};
    default:
        return (struct input_key){INPUT_CHARACTER, (uint32_t)code};
    }
}

struct input_key screen_key(void)
{
    wint_t code;
    int kind = get_wch(&code);

    if (kind == ERR)
        return (struct input_key){INPUT_NOTHING, 0};
    return kind == KEY_CODE_YES ? special(code) : character(code);
}
