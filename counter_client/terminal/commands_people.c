/* Commands about the register of people. */
#include "counter_client/terminal/command_rows.h"

#define PERSON                                                                                     \
    {                                                                                              \
        .name = "person", .kind = OPTION_TEXT, .place = PLACE_PATH,                                \
        .bits = OPTION_REQUIRED | OPTION_POSITIONAL                                                \
    }
#define REASON                                                                                     \
    {                                                                                              \
        .name = "reason", .kind = OPTION_TEXT, .place = PLACE_BODY, .bits = OPTION_REQUIRED        \
    }

const struct command commands_people[] = {
    {"person find",
     "GET",
     "/people",
     0,
     SHOWN_PEOPLE,
     WORK_REQUEST,
     {"Tìm người theo tên hoặc số giấy tờ", "Find people by name or number"},
     OPTIONS({.name = "words",
              .field = "q",
              .kind = OPTION_TEXT,
              .place = PLACE_QUERY,
              .bits = OPTION_POSITIONAL},
             PAGE)},
    {"person duplicates",
     "GET",
     "/people/duplicates",
     0,
     SHOWN_PEOPLE,
     WORK_REQUEST,
     {"Những người có thể bị ghi trùng", "Those who may be one"},
     OPTIONS({.name = "limit", .kind = OPTION_INTEGER, .place = PLACE_QUERY})},
    {"person show",
     "GET",
     "/people/{person}",
     0,
     SHOWN_PERSON,
     WORK_REQUEST,
     {"Một người và các hồ sơ của người đó", "One person with his dossiers"},
     OPTIONS(PERSON)},
    {"person merge",
     "POST",
     "/people/{person}/merge",
     COMMAND_KEYED | COMMAND_BODY,
     SHOWN_PERSON,
     WORK_REQUEST,
     {"Gộp bản ghi vào một bản ghi khác của cùng một người",
      "Merge a record into another one of the same person"},
     OPTIONS(PERSON,
             {.name = "into",
              .kind = OPTION_TEXT,
              .place = PLACE_BODY,
              .bits = OPTION_REQUIRED | OPTION_POSITIONAL},
             REASON)},
    {"person undo",
     "POST",
     "/people/{person}/undo-merge",
     COMMAND_KEYED | COMMAND_BODY,
     SHOWN_PERSON,
     WORK_REQUEST,
     {"Hủy gộp: bản ghi đứng riêng trở lại", "Undo a merge: the record stands again"},
     OPTIONS(PERSON, REASON)},
    {.name = NULL}};
