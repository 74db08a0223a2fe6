// Vietnamese stacks two marks on a capital (Ề Ộ Ặ): lines of text stand at least 1.25 apart (R14 of docs/screens.md).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
const LEAST = 1.25;

// One line each, and never words: no mark can touch another line.
const NO_WORDS = {
  'screens/admin/screen.css': { '.month sup': 'a sign: × + ½' },
  'screens/board/screen.css': { '.row b': 'the number of a ticket', '.row>span strong': 'the number of a counter; one with a name stands in em' },
  'screens/citizen/screen.css': { '.tk .n b': 'the number of a ticket' },
  'screens/counter/dossier/dossier.css': { '.d-docs .k': 'a digit, the key of a paper', '.d-cal': 'days of a month; its heads have their own' },
  'screens/counter/screen.css': { '.who .desk': 'the code of a counter', '.now .tk b': 'the number of a ticket', '.now .tk .t': 'minutes and seconds' },
  'screens/kiosk/screen.css': { '.hd time b': 'hours and minutes', '.ticket .number': 'the number of a ticket' },
  'ui/pairing.css': { '.pair-pad button': 'a digit, or an icon' },
};

/** [file, selector, line height] of every rule that sets a unitless one, by line-height or in font. */
export function* lineHeights(file, css) {
  for (const [, selector, body] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*)\{([^{}]*)\}/g))
    for (const [, own, short] of body.matchAll(/(?:^|;)\s*(?:line-height:\s*([^;]+)|font:[^;]*?\/\s*([^\s;]+))/g)) {
      const height = (own ?? short).trim();
      if (/^[\d.]+$/.test(height)) yield [file, selector.trim(), Number(height)];
      else assert.match(height, /^(var\(--lh(-tight)?\)|normal|inherit|[\d.]+(px|rem))$/, `${file}: ${selector}: ${height}`);
    }
}

const sheets = readdirSync(SOURCE, { recursive: true }).filter((f) => f.endsWith('.css'));
const all = sheets.flatMap((f) => [...lineHeights(f, readFileSync(join(SOURCE, f), 'utf8'))]);

test('no_line_of_words_is_under_1.25_high', () => {
  assert.ok(all.length > 60, 'no line heights were found');
  const low = all.filter(([file, selector, height]) => height < LEAST && !NO_WORDS[file]?.[selector]);
  assert.deepEqual(low, []);
  const tokens = readFileSync(join(SOURCE, 'styles/tokens.css'), 'utf8');
  for (const [, name, height] of tokens.matchAll(/(--lh[\w-]*):\s*([\d.]+)/g)) assert.ok(Number(height) >= LEAST, name);
});

test('what_may_be_lower_is_there', () => {
  for (const [file, rules] of Object.entries(NO_WORDS))
    for (const selector of Object.keys(rules))
      assert.ok(all.some(([f, s, height]) => f === file && s === selector && height < LEAST), `${file}: ${selector} is not under ${LEAST}: not named here`);
});

test('a_low_line_is_found_wherever_it_stands', () => {
  const css = '@media print{.a{font:700 2rem/1.2 var(--font)}}/* .x{line-height:1} */.b,.c{color:red;line-height:1.1;margin:0}.d{font:400 1rem/1.5 x}';
  assert.deepEqual([...lineHeights('x', css)], [['x', '.a', 1.2], ['x', '.b,.c', 1.1], ['x', '.d', 1.5]]);
});
