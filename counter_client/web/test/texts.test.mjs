// Every text of the screens: Vietnamese and English with the same blanks to fill, and none outside the
// typed tables. That both have the same keys is the type's work.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(SOURCE, { recursive: true }).filter((f) => /\.tsx?$/.test(f) && !f.endsWith('schema.d.ts'));
const isTable = (file) => /(^|\/)([a-z_-]*texts|format|cccd|fold)\.ts$/.test(file);
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

const TABLES = /= texts\(([\s\S]*?\n\s*\})\);/g; // two plain objects, so they can be read without running the module
const REGEX = /(?<=[(=,:]\s*)\/(?:[^/\n\\]|\\.)+\/[gimsuy]*/g;
const source = (file) => readFileSync(join(SOURCE, file), 'utf8');
const LATER = /const (?:vi|en: Words) = (\{[\s\S]*?\n\});/; // a part whose English stands in en_texts.ts beside it
const read = (text) => new Function(`return ${text}`)();
const later = (file) => (/textsLater\(/.test(source(file)) && file.endsWith('texts.ts') ? [[file, join(file, '../en_texts.ts')].map((f) => read(LATER.exec(source(f))[1]))] : []);
const tablesOf = (file) => [...[...source(file).matchAll(TABLES)].map(([, both]) => read(`[${both}]`)), ...later(file)];

const blanks = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

test('both_languages_fill_the_same_blanks_and_say_something', () => {
  let seen = 0;
  for (const file of files)
    for (const [vi, en] of tablesOf(file))
      for (const key of Object.keys(vi)) {
        seen++;
        assert.ok(vi[key].trim() && en[key].trim(), `${file}: ${key} is empty`);
        assert.deepEqual(blanks(en[key]), blanks(vi[key]), `${file}: ${key}`);
      }
  assert.ok(seen > 10, 'no texts were found');
});

test('no_vietnamese_stands_outside_the_tables_of_texts', () => {
  for (const file of files.filter((f) => !isTable(f))) {
    const code = source(file).replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '').replace(TABLES, '').replace(REGEX, '').replaceAll('Một cửa', ''); // the product's name
    assert.equal(code.split('\n').find((line) => VIETNAMESE.test(line)), undefined, file);
  }
});

test('nothing_is_asked_from_another_host', () => {
  for (const file of files) {
    const found = /['"`](https?:)?\/\/(?!www\.w3\.org)[a-z]/i.exec(source(file));
    assert.equal(found, null, `${file}: ${found?.[0]}`);
  }
});
