#!/usr/bin/python3
"""Be Vietnam Pro has no tabular figures: cut a companion font of ten digits, one width, per weight.

usage: make_tabular.py FONTS_DIR OUT_DIR
FONTS_DIR holds be-vietnam-pro-latin-WEIGHT-normal.woff2 (OFL 1.1, no reserved name); OUT_DIR gets
bvp-tab-WEIGHT.woff2, about 1.3 kB each.
"""
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = (400, 500, 600, 700)
DIGITS = range(0x30, 0x3A)
NAMES_KEPT = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # among them copyright and licence


def tabular(source, weight, target):
    """Write the ten digits of `source`, centred in the mean width of the nine wide ones."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features, options.hinting, options.name_IDs = [], False, NAMES_KEPT
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(DIGITS))
    subsetter.subset(font)
    names, outlines, metrics = font.getBestCmap(), font["glyf"], font["hmtx"]
    width = round(sum(metrics[names[c]][0] for c in DIGITS if c != ord("1")) / 9)
    for code in DIGITS:
        glyph = outlines[names[code]]
        left = round((width - (glyph.xMax - glyph.xMin)) / 2)
        glyph.coordinates.translate((left - glyph.xMin, 0))
        glyph.recalcBounds(outlines)
        metrics[names[code]] = (width, glyph.xMin)
    for name in font["name"].names:
        told = {1: "Be Vietnam Pro Tabular", 4: "Be Vietnam Pro Tabular",
                3: f"BeVietnamProTabular-{weight}-derived", 6: f"BeVietnamProTabular-{weight}"}
        name.string = told.get(name.nameID, name.toUnicode())
    font.flavor = "woff2"
    font.save(target)


def main():
    source, target = sys.argv[1:]
    os.makedirs(target, exist_ok=True)
    for weight in WEIGHTS:
        tabular(f"{source}/be-vietnam-pro-latin-{weight}-normal.woff2", weight,
                f"{target}/bvp-tab-{weight}.woff2")


main()
