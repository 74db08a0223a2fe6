// Every text of the screens: Vietnamese and English with the same blanks to fill, and none outside the
// typed tables. That both have the same keys is the type's work.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(SOURCE, { recursive: true }).filter((f) => /\.tsx?$/.test(f) && !f.endsWith('schema.d.ts'));
const isTable = (file) => /(^|\/)([a-z_-]*texts|format|cccd|fold)\.ts$/.test(file);
const OWN_TABLE = /= texts\(\{[\s\S]*?\n\}\);/g; // a small component may hold its table itself
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** The tables that a module hands to texts(): its i18n is replaced by one that collects. */
async function tablesOf(file) {
  const collect = {
    name: 'collect',
    setup(b) {
      b.onResolve({ filter: /core\/i18n$/ }, () => ({ path: 'i18n', namespace: 'collect' }));
      b.onLoad({ filter: /.*/, namespace: 'collect' }, () => ({
        contents: 'export const tables = globalThis.collected ??= []; export const texts = (vi, en) => (tables.push([vi, en]), { t: () => "", vi, en });'
          + 'export const language = { value: "vi" }; export const named = (x) => x.name; export const setLanguage = () => {};',
      }));
    },
  };
  globalThis.collected = [];
  const { outputFiles } = await build({ entryPoints: [join(SOURCE, file)], bundle: true, write: false, format: 'esm', platform: 'node', plugins: [collect] });
  await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return globalThis.collected;
}

const blanks = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

test('both_languages_fill_the_same_blanks_and_say_something', async () => {
  let seen = 0;
  for (const file of files.filter((f) => /= texts\(/.test(readFileSync(join(SOURCE, f), 'utf8'))))
    for (const [vi, en] of await tablesOf(file))
      for (const key of Object.keys(vi)) {
        seen++;
        assert.ok(vi[key].trim() && en[key].trim(), `${file}: ${key} is empty`);
        assert.deepEqual(blanks(en[key]), blanks(vi[key]), `${file}: ${key}`);
      }
  assert.ok(seen > 10, 'no texts were found');
});

test('no_vietnamese_stands_outside_the_tables_of_texts', () => {
  for (const file of files.filter((f) => !isTable(f))) {
    const code = readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '').replace(OWN_TABLE, '');
    const found = code.split('\n').find((line) => VIETNAMESE.test(line));
    assert.equal(found, undefined, file);
  }
});

test('nothing_is_asked_from_another_host', () => {
  for (const file of files) {
    const found = /['"`](https?:)?\/\/(?!www\.w3\.org)[a-z]/i.exec(readFileSync(join(SOURCE, file), 'utf8'));
    assert.equal(found, null, `${file}: ${found?.[0]}`);
  }
});
