// The clips of the voice: what espeak-ng made of them, and recorded ones in their place.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CLIPS, clipFiles, voiceFiles } from '../tools/clips.mjs';

const MADE = fileURLToPath(new URL('../gen/audio', import.meta.url)); // by `make web`

/** Sample of a byte by the inverse of the mu-law (ITU-T G.711). */
function sampleOf(byte) {
  const b = ~byte & 255, size = (((b & 15) << 3) + 132 << ((b >> 4) & 7)) - 132;
  return b & 128 ? -size : size;
}

test('every_clip_can_be_heard_and_a_language_fits_its_budget', () => {
  for (const language of Object.keys(CLIPS)) {
    let size = 0;
    for (const file of clipFiles(language)) {
      const bytes = readFileSync(join(MADE, language, file)), place = `${language}/${file}`, width = file === 'chime.wav' ? 2 : 1;
      size += bytes.length;
      assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12), 'RIFFWAVE', place);
      assert.deepEqual([bytes.readUInt16LE(20), bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)], [width === 2 ? 1 : 7, 1, 22050, 8 * width], place);
      assert.equal(bytes.readUInt32LE(40), bytes.length - 44, place);
      const samples = (bytes.length - 44) / width, most = file.startsWith('kiosk-') ? 9 : 1.6; // seconds
      assert.ok(samples > 0.12 * 22050 && samples < most * 22050, `${place}: ${samples / 22050} s`);
      let sum = 0;
      for (let i = 44; i < bytes.length; i += width) sum += (width === 2 ? bytes.readInt16LE(i) : sampleOf(bytes[i])) ** 2;
      assert.ok(Math.sqrt(sum / samples) > 800, `${place}: hardly heard`);
    }
    assert.ok(size <= 1_500_000, `${language}: ${size} bytes`);
  }
});

test('a_recorded_clip_takes_the_place_of_the_made_one_and_a_wrong_name_is_refused', () => {
  const recorded = mkdtempSync(join(tmpdir(), 'motcua-clips-'));
  try {
    assert.ok(voiceFiles(MADE, recorded).every(([, path]) => path.startsWith(MADE) && statSync(path).size > 44));
    mkdirSync(join(recorded, 'vi'));
    writeFileSync(join(recorded, 'vi', 'moi-so.wav'), 'a recording');
    const from = new Map(voiceFiles(MADE, recorded));
    assert.equal(from.get('vi/moi-so.wav'), join(recorded, 'vi', 'moi-so.wav'));
    assert.equal(from.get('en/moi-so.wav'), join(MADE, 'en', 'moi-so.wav'));
    assert.equal(from.size, clipFiles('vi').length + clipFiles('en').length);
    writeFileSync(join(recorded, 'vi', 'moiso.wav'), 'misspelt');
    assert.throws(() => voiceFiles(MADE, recorded), /moiso\.wav: nothing is spoken/);
  } finally {
    rmSync(recorded, { recursive: true });
  }
});
