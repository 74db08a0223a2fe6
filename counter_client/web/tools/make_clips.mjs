// node make_clips.mjs OUT: placeholder clips, OUT/{vi,en}/NAME.wav, spoken by espeak-ng (mono, 22,050 Hz,
// mu-law), and the chime, by arithmetic. Silence before and after the words is cut off, so that the
// clips follow each other like speech.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIPS, SENTENCES } from './clips.mjs';

const RATE = 22050;
const QUIET = 500; // of 32,768: below it is silence
const EDGE = Math.round(RATE * 0.03); // what is left of it before and after
const VOICES = { vi: ['-v', 'vi', '-s', '135', '-p', '48'], en: ['-v', 'en-gb', '-s', '140'] };

/** One sample in eight bits by the mu-law of telephony (ITU-T G.711): half the size, and speech loses nothing that is heard in a hall. */
function muLaw(sample) {
  const sign = sample < 0 ? 0x80 : 0, size = Math.min(Math.abs(sample), 32635) + 132;
  const exponent = Math.floor(Math.log2(size)) - 7;
  return ~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 15)) & 255;
}

/** A WAV file: words in mu-law, the chime in 16 bits. */
function wav(samples, packed) {
  const width = packed ? 1 : 2, head = Buffer.alloc(44), bytes = samples.length * width;
  head.write('RIFF', 0); head.writeUInt32LE(36 + bytes, 4); head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16); head.writeUInt16LE(packed ? 7 : 1, 20); head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24); head.writeUInt32LE(RATE * width, 28); head.writeUInt16LE(width, 32); head.writeUInt16LE(8 * width, 34);
  head.write('data', 36); head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, packed ? Buffer.from(Array.from(samples, muLaw)) : Buffer.from(samples.buffer, samples.byteOffset, bytes)]);
}

function speak(language, words) {
  const said = execFileSync('espeak-ng', [...VOICES[language], '--stdout', words], { maxBuffer: 1 << 24 });
  if (said.toString('latin1', 0, 4) !== 'RIFF' || said.readUInt32LE(24) !== RATE || said.readUInt16LE(34) !== 16)
    throw new Error(`${language} ${words}: espeak-ng gave another kind of sound`);
  const bytes = said.subarray(said.indexOf('data', 12) + 8), all = new Int16Array(bytes.length >> 1);
  for (let i = 0; i < all.length; i++) all[i] = bytes.readInt16LE(2 * i);
  let from = 0, to = all.length;
  while (from < to && Math.abs(all[from]) < QUIET) from++;
  while (to > from && Math.abs(all[to - 1]) < QUIET) to--;
  if (from === to) throw new Error(`${language} ${words}: nothing is heard`);
  return all.slice(Math.max(0, from - EDGE), to + EDGE);
}

/** Two bells a third apart, dying away: E5, C5. */
function chime() {
  const samples = new Int16Array(Math.round(RATE * 1.3));
  for (const [begins, pitch] of [[0, 659.26], [0.4, 523.25]])
    for (let i = Math.round(begins * RATE); i < samples.length; i++) {
      const t = i / RATE - begins, bell = Math.sin(2 * Math.PI * pitch * t) + 0.35 * Math.sin(4 * Math.PI * pitch * t);
      samples[i] += 9000 * Math.min(1, t / 0.008) * Math.exp(-4.2 * t) * bell;
    }
  return samples;
}

const out = process.argv[2];
rmSync(out, { recursive: true, force: true });
for (const [language, parts] of Object.entries(CLIPS)) {
  const clips = { ...parts, ...SENTENCES[language] };
  mkdirSync(join(out, language), { recursive: true });
  for (const [name, words] of Object.entries(clips)) writeFileSync(join(out, language, `${name}.wav`), wav(speak(language, words), true));
  writeFileSync(join(out, language, 'chime.wav'), wav(chime(), false));
}
