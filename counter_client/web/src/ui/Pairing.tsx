import { Delete } from 'lucide-static';
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { pair, pairing, type Screen } from '../core/device';
import { saying } from '../core/api';
import { language, setLanguage, texts, type Language } from '../core/i18n';
import { Icon } from './Icon';
import './pairing.css';

const { t } = texts({
  title: 'Ghép màn hình này', lost: 'Màn hình này không còn được ghép',
  how: 'Quản trị viên lấy mã ghép 8 chữ số ở trang Quản trị, mục Thiết bị. Mã dùng một lần, trong 10 phút.',
  lostHow: 'Thiết bị đã bị thu hồi, hoặc đã ghép với màn hình khác. Xin quản trị viên mã mới.',
  code: 'Mã ghép', digits: 'Đã nhập {n} trong 8 chữ số', clear: 'Xóa một chữ số', away: 'Không gọi được máy chủ, đang tự thử lại.',
  asking: 'Đang hỏi máy chủ…', to: 'en', other: 'English',
}, {
  title: 'Pair this screen', lost: 'This screen is no longer paired',
  how: 'An administrator gets the code of 8 digits in Administration, Devices.',
  lostHow: 'The device was revoked, or paired with another screen. Ask for a new code.',
  code: 'Pairing code', digits: '{n} of 8 digits typed', clear: 'Delete one digit', away: 'No answer from the server, trying again.',
  asking: 'Asking the server…', to: 'vi', other: 'Tiếng Việt',
});

const DIGITS = 8;
const typed = signal(''), said = signal(''), busy = signal(false);

/** One digit more; the last one sends the code. */
async function press(digit: string, kind: Screen): Promise<void> {
  if (busy.value || typed.value.length >= DIGITS) return;
  typed.value += digit;
  said.value = '';
  if (typed.value.length < DIGITS) return;
  busy.value = true;
  const refused = await pair(typed.value, kind);
  busy.value = false;
  typed.value = '';
  if (refused) said.value = refused === 'away' ? t('away') : saying(refused);
}

const back = (): void => { typed.value = typed.value.slice(0, -1); };

function Pad({ kind }: { kind: Screen }) {
  return (
    <div class="pair-pad" role="group" aria-label={t('code')}>
      {[...'123456789'].map((d) => <button type="button" key={d} onClick={() => press(d, kind)}>{d}</button>)}
      <span />
      <button type="button" onClick={() => press('0', kind)}>0</button>
      <button type="button" aria-label={t('clear')} onClick={back}><Icon of={Delete} /></button>
    </div>
  );
}

/**
 * The children when this screen is paired with a device of `kind`; else what to do about it: a code
 * of eight digits, by touch or keyboard. `beDevice(kind)` (core/device.ts) is to be called first.
 */
export function Paired({ kind, children }: { kind: Screen; children: ComponentChildren }) {
  const state = pairing.value;
  if (state === 'paired') return <>{children}</>;
  if (state === 'asking') return <main class="pair"><p role="status">{t('asking')}</p></main>;
  if (state === 'away') return <main class="pair"><h1>{t('title')}</h1><p class="pair-said" role="alert">{t('away')}</p></main>;
  const key = (e: KeyboardEvent) => {
    if (/^\d$/.test(e.key)) void press(e.key, kind);
    else if (e.key === 'Backspace') back();
  };
  return (
    <main class="pair" lang={language.value} onKeyDown={key}>
      <h1>{state === 'lost' ? t('lost') : t('title')}</h1>
      <p>{state === 'lost' ? t('lostHow') : t('how')}</p>
      <div class="pair-code" tabIndex={0} role="group" aria-label={t('code')} ref={(box) => { if (box && document.activeElement === document.body) box.focus(); }}>
        {Array.from({ length: DIGITS }, (_, i) => <span key={i} aria-hidden="true" class={i === 4 ? 'half' : undefined}>{typed.value[i] ?? ''}</span>)}
        <span class="vh" role="status">{t('digits', { n: typed.value.length })}</span>
      </div>
      <p class="pair-said" role="alert">{said.value}</p>
      <Pad kind={kind} />
      <button type="button" class="btn" onClick={() => setLanguage(t('to') as Language, false)}>{t('other')}</button>
    </main>
  );
}
