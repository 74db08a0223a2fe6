#include "printer/typesetter.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct typesetter {
    PangoFontMap *map;
    FcConfig *fonts;
};

const char *typesetter_fonts(void)
{
    static const char beside[] = "/usr/share/fonts/truetype/liberation2";

    return access(beside, R_OK) == 0 ? beside : "/usr/share/fonts/truetype/liberation";
}

static enum err load_fonts(struct typesetter *typesetter, const char *folder)
{
    static const char *const files[] = {
        "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",  "LiberationSerif-BoldItalic.ttf",
        "LiberationSans-Regular.ttf",  "LiberationSans-Bold.ttf",
    };

    typesetter->fonts = FcConfigCreate();
    if (!typesetter->fonts)
        return ERR_NO_MEMORY;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char path[4096];

        if (snprintf(path, sizeof path, "%s/%s", folder, files[i]) >= (int)sizeof path ||
            !FcConfigAppFontAddFile(typesetter->fonts, (const FcChar8 *)path))
            return ERR_FILE;
    }
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(typesetter->map), typesetter->fonts);
    return ERR_OK;
}

enum err typesetter_new(const char *folder, struct typesetter **out_typesetter)
{
    struct typesetter *typesetter = calloc(1, sizeof *typesetter);
    enum err err;

    if (!typesetter)
        return ERR_NO_MEMORY;
    typesetter->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    err = typesetter->map ? load_fonts(typesetter, folder) : ERR_NO_MEMORY;
    if (err != ERR_OK) {
        typesetter_free(typesetter);
        return err;
    }
    *out_typesetter = typesetter;
    return ERR_OK;
}

void typesetter_free(struct typesetter *typesetter)
{
    if (!typesetter)
        return;
    if (typesetter->map)
        g_object_unref(typesetter->map);
    if (typesetter->fonts)
        FcConfigDestroy(typesetter->fonts);
    free(typesetter);
}

PangoFontMap *typesetter_font_map(struct typesetter *typesetter)
{
    return typesetter->map;
}
