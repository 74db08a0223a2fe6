/** What one board is set to, kept in its own browser: two boards of a hall hang in different places. */
import { signal } from '@preact/signals';
import type { Loudness, VoiceLanguage } from '../../core/announcer';

export type Direction = 'left' | 'right' | 'ahead';
export type Settings = { voice: readonly VoiceLanguage[]; loudness: Loudness; directions: Readonly<Record<string, Direction>> };

const STORED = 'motcua.board';
const FIRST: Settings = { voice: ['vi'], loudness: { day: 1, quiet: 0.5, quietFrom: '', quietTo: '' }, directions: {} };

function read(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Settings>;
    return { ...FIRST, ...kept, loudness: { ...FIRST.loudness, ...kept.loudness } };
  } catch {
    return FIRST; // what stands there is not ours
  }
}

export const settings = signal<Settings>(read());

export function keepSettings(to: Settings): void {
  settings.value = to;
  localStorage.setItem(STORED, JSON.stringify(to));
}
