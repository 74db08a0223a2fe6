/**
 * Reading aloud, for who cannot read the screen. A voice of the browser reads all that stands there;
 * where it has none for the language (Debian's Chromium has none at all) the clips of the build say
 * what to do and spell a number. Without either the screen says so: no button is silent.
 */
import { effect, signal } from '@preact/signals';
import { language } from '../../core/i18n';
import { view } from './store';
import { speakClips, stopClips } from './clips';

export const voice = signal<'quiet' | 'speaking' | 'none'>('quiet');
const LANGUAGE = { vi: 'vi-VN', en: 'en-GB' };

const ofBrowser = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis?.getVoices().find((v) => v.lang.replace('_', '-').toLowerCase().startsWith(language.value));

/** The words of the screen, in their order; what only decorates has none. */
function words(): string {
  const parts = [...document.querySelectorAll<HTMLElement>('.hd h1, .hd .how, main h1, main p, main button')];
  return parts.filter((p) => !p.closest('[aria-hidden]') && (!p.parentElement?.closest('button'))).map((p) => p.innerText.replace(/\s+/g, ' ')).join('. ');
}

function byBrowser(speaker: SpeechSynthesisVoice): Promise<void> {
  const said = new SpeechSynthesisUtterance(words());
  said.voice = speaker;
  said.lang = LANGUAGE[language.value];
  said.rate = 0.9;
  return new Promise((done) => { said.onend = said.onerror = () => done(); speechSynthesis.speak(said); });
}

function stop(): void {
  globalThis.speechSynthesis?.cancel();
  stopClips();
  voice.value = 'quiet';
}

let turn = 0;
/** Read the screen; while it is read, stop. */
export async function readAloud(): Promise<void> {
  const mine = ++turn;
  if (voice.value === 'speaking') return stop();
  voice.value = 'speaking';
  const speaker = ofBrowser();
  const heard = speaker ? (await byBrowser(speaker), true) : await speakClips(view.value, language.value);
  if (mine === turn) voice.value = heard ? 'quiet' : 'none';
}

// another screen or language: what was being read is no longer there
effect(() => {
  void view.value.kind;
  void language.value;
  turn++;
  stop();
});
