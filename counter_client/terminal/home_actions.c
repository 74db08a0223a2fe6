#include "counter_client/terminal/home_actions.h"

#include "counter_client/terminal/json_path.h"

#include <string.h>

/* Bits of the states in which an action is offered. */
enum {
    WHEN_NO_SEAT = 32, /* a person who sits at no counter: an officer of a unit, a leader */
    WHEN_NO_COUNTER = 1,
    WHEN_CLOSED = 2, /* or paused */
    WHEN_IDLE = 4,
    WHEN_CALLED = 8,
    WHEN_SERVING = 16,
    WHEN_AT_COUNTER = WHEN_CLOSED | WHEN_IDLE | WHEN_CALLED | WHEN_SERVING,
    WHEN_BUSY = WHEN_CALLED | WHEN_SERVING,
    ALWAYS = WHEN_NO_SEAT | WHEN_NO_COUNTER | WHEN_AT_COUNTER
};

struct rule {
    struct home_key key;
    unsigned when;
    unsigned first_when; /* the next step in these states */
};

/* F2, F3, F4, F6, F7, b, x and n mean what they mean on the counter screen of the browser.
 */
static const struct rule rules[] = {
    {{HOME_OPEN, 2, 't', {"Mở quầy", "Open"}}, WHEN_CLOSED, WHEN_CLOSED},
    {{HOME_CALL, 2, 't', {"Gọi tiếp", "Call next"}}, WHEN_IDLE, WHEN_IDLE},
    {{HOME_FINISH_CALL, 2, 't', {"Xong, gọi tiếp", "Finish, call next"}},
     WHEN_SERVING,
     WHEN_SERVING},
    {{HOME_RECALL, 3, 'l', {"Gọi lại", "Call again"}}, WHEN_CALLED, 0},
    {{HOME_START, 0, 'b', {"Bắt đầu", "Start"}}, WHEN_CALLED, WHEN_CALLED},
    {{HOME_FINISH, 0, 'x', {"Xong", "Finish"}}, WHEN_SERVING, 0},
    {{HOME_NO_SHOW, 4, 'v', {"Vắng", "No-show"}}, WHEN_CALLED, 0},
    {{HOME_PARK, 7, 'g', {"Tạm gác", "Park"}}, WHEN_BUSY, 0},
    {{HOME_TRANSFER, 6, 'c', {"Chuyển", "Transfer"}}, WHEN_BUSY, 0},
    {{HOME_INTAKE, 0, 'n', {"Hồ sơ mới", "New dossier"}}, WHEN_SERVING | WHEN_IDLE, 0},
    {{HOME_DOSSIERS, 12, 'h', {"Hồ sơ", "Dossiers"}}, ALWAYS, WHEN_NO_SEAT},
    {{HOME_TICKETS, 0, 'p', {"Phiếu", "Tickets"}}, WHEN_AT_COUNTER, 0},
    {{HOME_PAUSE, 0, 'u', {"Tạm nghỉ", "Pause"}}, WHEN_IDLE, 0},
    {{HOME_CLOSE, 0, 'd', {"Đóng quầy", "Close"}}, WHEN_IDLE, 0},
    {{HOME_COUNTERS, 0, 'q', {"Chọn quầy", "Counters"}},
     WHEN_NO_COUNTER | WHEN_CLOSED,
     WHEN_NO_COUNTER},
    {{HOME_HELP, 1, '?', {"Trợ giúp", "Help"}}, ALWAYS, 0},
    {{HOME_QUIT, 10, 0, {"Thoát", "Quit"}}, ALWAYS, 0},
};

enum { RULES = sizeof rules / sizeof rules[0] };

static unsigned state_now(const struct model *model)
{
    const char *state = json_text_at(model_ticket_now(model), "state");

    if (!model->counter)
        return model_has_role(model, "TIEP_NHAN") ? WHEN_NO_COUNTER : WHEN_NO_SEAT;
    if (state)
        return strcmp(state, "serving") == 0 ? WHEN_SERVING : WHEN_CALLED;
    return strcmp(model_counter_state(model), "open") == 0 ? WHEN_IDLE : WHEN_CLOSED;
}

int home_actions(const struct model *model, struct home_key out_keys[HOME_ACTION_COUNT])
{
    unsigned state = state_now(model);
    int count = 0;

    for (int i = 0; i < RULES; i++) {
        if (rules[i].first_when & state)
            out_keys[count++] = rules[i].key;
    }
    for (int i = 0; i < RULES; i++) {
        if ((rules[i].when & state) && !(rules[i].first_when & state))
            out_keys[count++] = rules[i].key;
    }
    return count;
}

/* A letter means the same with Shift or Caps Lock. */
static uint32_t small_letter(uint32_t character)
{
    return character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
}

enum home_action home_action_of_key(const struct model *model, struct input_key key)
{
    unsigned state = state_now(model);

    for (int i = 0; i < RULES; i++) {
        const struct home_key *each = &rules[i].key;
        bool pressed = (key.code == INPUT_FUNCTION && key.value == each->function) ||
                       (key.code == INPUT_CHARACTER && each->letter &&
                        small_letter(key.value) == (uint32_t)(unsigned char)each->letter);

        if (pressed && ((rules[i].when | rules[i].first_when) & state))
            return each->action;
    }
    return HOME_ACTION_COUNT;
}
