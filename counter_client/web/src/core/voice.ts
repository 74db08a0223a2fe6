/**
 * Clips joined by Web Audio. Everything is loaded once and kept, so that a call sounds while the link
 * is cut. A browser may block sound until somebody touches the page: `blocked` says so.
 */
import { signal } from '@preact/signals-core';
import { clipNames, type Clip, type VoiceLanguage } from './announcer';

const PAUSE_S = 0.04; // between two clips
const AHEAD_S = 0.06; // scheduling needs a moment
const PATIENCE_S = 2; // a machine without a sound device never says that a clip has ended

export class Voice {
  readonly blocked = signal(false);
  #audio = new AudioContext();
  #loud = this.#audio.createGain();
  #clips = new Map<string, AudioBuffer>();

  constructor() {
    this.#loud.connect(this.#audio.destination);
    this.#audio.addEventListener('statechange', this.#look);
    void this.unblock();
  }

  #look = (): void => { this.blocked.value = this.#audio.state !== 'running'; };

  /** Ask the browser for sound; to be called in a touch or key press when it is blocked. */
  async unblock(): Promise<void> {
    // a blocked context answers resume() only once it is allowed: do not wait for that
    void this.#audio.resume().then(this.#look, this.#look);
    await new Promise((later) => setTimeout(later, 300));
    this.#look();
  }

  /** Load what is not there yet. True when every clip of the languages is. */
  async load(languages: readonly VoiceLanguage[]): Promise<boolean> {
    const wanted = languages.flatMap((language) => clipNames(language).map((name) => ({ language, name })));
    return (await Promise.all(wanted.map((clip) => this.#fetch(clip)))).every(Boolean);
  }

  async #fetch({ language, name }: Clip): Promise<boolean> {
    const path = `/audio/${language}/${name}.wav`;
    if (this.#clips.has(path)) return true;
    try {
      const answer = await fetch(path);
      if (!answer.ok) return false;
      this.#clips.set(path, await this.#audio.decodeAudioData(await answer.arrayBuffer()));
      return true;
    } catch {
      return false; // the server is away, or the file is no sound: the next load tries again
    }
  }

  /** Sound clips one after the other; a clip that is not there is left out. Returns when the last one has ended, at once when sound is blocked. */
  async play(clips: readonly Clip[], loudness: number): Promise<void> {
    const buffers = clips.flatMap(({ language, name }) => this.#clips.get(`/audio/${language}/${name}.wav`) ?? []);
    if (this.#audio.state !== 'running' || !buffers.length) return;
    this.#loud.gain.value = loudness;
    let at = this.#audio.currentTime + AHEAD_S, last: AudioBufferSourceNode | undefined;
    const began = at;
    for (const buffer of buffers) {
      last = new AudioBufferSourceNode(this.#audio, { buffer });
      last.connect(this.#loud);
      last.start(at);
      at += buffer.duration + PAUSE_S;
    }
    await new Promise<void>((ended) => {
      const late = setTimeout(ended, (at - began + PATIENCE_S) * 1000);
      last!.onended = () => { clearTimeout(late); ended(); };
    });
  }
}
