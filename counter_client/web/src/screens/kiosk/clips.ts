/**
 * Sentences and numbers from clips, audio/LANGUAGE/NAME.wav: made by the build, or recorded ones of
 * the same name. `service-X` are a centre's own recordings of its services' names; where one is
 * missing the letter of the service is spoken, which stands on its tile.
 */
import type { Language } from '../../core/i18n';
import { services, type View } from './store';

const PATIENCE_MS = 15_000; // a machine without a sound device may never say that a clip has ended
const spelt = (number: string): string[] => [...number].filter((c) => /[A-Z0-9]/.test(c));

/** What is spoken in turn; a list is one thing, by its first clip that can be heard. */
function names(view: View): (string | string[])[] {
  switch (view.kind) {
    case 'home': return ['kiosk-home', ...services.value.map((s) => [`service-${s.service}`, s.service])];
    case 'ticket': return ['kiosk-number', ...spelt(view.ticket.number), 'kiosk-wait'];
    case 'scan': return ['kiosk-scan'];
    case 'sending': return ['kiosk-sending'];
    case 'no_ticket': return [`kiosk-${view.outcome.replace('_', '-')}`];
    default: return ['kiosk-failed'];
  }
}

let playing: HTMLAudioElement | null = null;
let round = 0;

export function stopClips(): void {
  round++;
  playing?.pause();
  playing = null;
}

/** True when it was heard to its end. */
function play(url: string): Promise<boolean> {
  const sound = (playing = new Audio(url));
  return new Promise((done) => {
    const late = setTimeout(() => done(true), PATIENCE_MS), end = (heard: boolean) => { clearTimeout(late); done(heard); };
    sound.onended = sound.onpause = () => end(true);
    sound.onerror = () => end(false);
    sound.play().catch(() => end(false));
  });
}

/** Speak what the view says. False when no clip of it could be heard. */
export async function speakClips(view: View, language: Language): Promise<boolean> {
  const mine = ++round;
  let heard = false;
  for (const name of names(view).map((n) => [n].flat())) {
    for (const clip of name) {
      const said = await play(`/audio/${language}/${clip}.wav`);
      if (mine !== round) return true; // stopped, or another took its place
      heard ||= said;
      if (said) break;
    }
  }
  return heard;
}
