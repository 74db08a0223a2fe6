// The clips from which a call is spoken (core/announcer.ts): file name -> words, by language.
// A recorded clip public/audio/LANGUAGE/NAME.wav takes the place of the made one of that name.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const digits = (words) => Object.fromEntries(words.split(' ').map((word, n) => [String(n), word]));
const letters = (words) => Object.fromEntries(words.split(',').map((word, n) => [String.fromCharCode(65 + n), word.trim()]));

export const CLIPS = {
  vi: {
    'moi-so': 'mời số', 'den-quay': 'đến quầy',
    ...digits('không một hai ba bốn năm sáu bảy tám chín'),
    // numbers of counters above nine: mười, hai mươi, hai mươi mốt, hai mươi lăm
    muoi: 'mười', tens: 'mươi', mot: 'mốt', lam: 'lăm',
    ...letters('a, bê, xê, dê, e, ép phờ, giê, hát, i, di, ca, e lờ, em mờ, en nờ, o, pê, quy, e rờ, ét sờ, tê, u, vê, vê kép, ích xì, i dài, dét'),
  },
  en: {
    'moi-so': 'ticket number', 'den-quay': 'please go to counter',
    ...digits('zero one two three four five six seven eight nine'),
    ...Object.fromEntries('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
      .map((word, n) => [String(10 + n), word])),
    ...Object.fromEntries('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [String(20 + 10 * n), word])),
    ...letters('eh, bee, see, dee, ee, eff, gee, aitch, eye, jay, kay, ell, em, en, oh, pee, queue, are, ess, tee, you, vee, double you, ex, why, zed'),
  },
};

// The sentences of the kiosk (screens/kiosk/clips.ts).
export const SENTENCES = {
  vi: {
    'kiosk-home': 'Mời ông bà chạm vào một ô lớn để lấy số. Nếu cần người giúp, chạm vào ô xanh ở góc dưới, bên phải.',
    'kiosk-number': 'Số của ông bà là', 'kiosk-wait': 'Mời ngồi chờ, loa sẽ gọi số này.',
    'kiosk-scan': 'Đưa mã vuông trên giấy tiếp nhận vào khe đọc.', 'kiosk-sending': 'Đang lấy số, xin chờ một chút.',
    'kiosk-failed': 'Chưa lấy được số. Mời gặp nhân viên.', 'kiosk-not-ready': 'Hồ sơ chưa có kết quả.',
    'kiosk-returned': 'Kết quả đã được trả.', 'kiosk-over': 'Hồ sơ đã kết thúc. Mời hỏi nhân viên.',
  },
  en: {
    'kiosk-home': 'Touch one of the large boxes to take a number. If you need help, touch the blue box at the bottom right.',
    'kiosk-number': 'Your number is', 'kiosk-wait': 'Please take a seat. The loudspeaker will call it.',
    'kiosk-scan': 'Hold the square code of your receipt to the reader.', 'kiosk-sending': 'Taking a number, please wait.',
    'kiosk-failed': 'No number yet. Please ask the staff.', 'kiosk-not-ready': 'There is no result yet.',
    'kiosk-returned': 'The result was collected.', 'kiosk-over': 'The dossier has ended. Please ask the staff.',
  },
};

/** The clips that are made, by file name; the chime is no word. */
export const clipFiles = (language) => [...Object.keys(CLIPS[language]), ...Object.keys(SENTENCES[language]), 'chime'].map((name) => `${name}.wav`);
/** Names of an office's own services: only a person can record them. */
const RECORDED_ONLY = /^service-[A-Z]\.wav$/;

/**
 * Where each clip comes from, as [LANGUAGE/NAME.wav, path]: the recorded one, else the made one.
 * A recording that nothing is spoken with is a slip of the pen: it is refused.
 */
export function voiceFiles(made, recorded) {
  return Object.keys(CLIPS).flatMap((language) => {
    const names = clipFiles(language), own = join(recorded, language);
    const there = existsSync(own) ? readdirSync(own).filter((name) => !name.startsWith('.')) : [];
    const more = there.filter((name) => !names.includes(name)), odd = more.find((name) => !RECORDED_ONLY.test(name));
    if (odd) throw new Error(`${join(own, odd)}: nothing is spoken with a clip of this name (tools/clips.mjs)`);
    return [...names, ...more].map((name) => [`${language}/${name}`, join(there.includes(name) ? own : join(made, language), name)]);
  });
}
