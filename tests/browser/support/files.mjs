// Files that a report was exported to, read by code that is not the product's.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';

/** Rows of CSV by RFC 4180; the byte order mark must be there. */
export function readCsv(bytes) {
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'byte order mark');
  const rows = [[]];
  for (const [, quoted, plain, end] of bytes.subarray(3).toString('utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break;
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** The files of a zip archive by name, through its central directory. */
function unzip(bytes) {
  const files = {}, end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size, nameLength, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28), data = bytes.subarray(begin, begin + size);
    files[bytes.toString('utf8', at + 46, at + 46 + nameLength)] = (method === 8 ? inflateRawSync(data) : data).toString('utf8');
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const plain = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** Rows of the first sheet of a workbook, each cell as its text; a formula anywhere is a fault. */
export function readXlsx(bytes) {
  const files = unzip(bytes), sheet = files['xl/worksheets/sheet1.xml'];
  assert.ok(!/<f[ >]/.test(sheet), 'no formula');
  const shared = [...files['xl/sharedStrings.xml'].matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => plain([...item.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, t]) => t).join('')));
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, kind, inner]) => {
      const value = /<v>([^<]*)<\/v>/.exec(inner ?? '')?.[1] ?? '';
      return kind.includes('t="s"') ? shared[Number(value)] : value;
    }));
}

/** Text of a PDF, blanks made one. */
export function readPdf(bytes) {
  const done = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes });
  assert.equal(done.status, 0, String(done.stderr));
  return done.stdout.toString('utf8').replace(/\s+/g, ' ');
}
