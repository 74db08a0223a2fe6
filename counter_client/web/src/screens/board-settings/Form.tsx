import { computed, signal } from '@preact/signals';
import { minuteOfDay, round, type Loudness, type VoiceLanguage } from '../../core/announcer';
import type { Schemas } from '../../core/api';
import { Voice } from '../../core/voice';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Segmented } from '../../ui/Segmented';
import { keepSettings, settings, type Direction } from '../board/settings';
import { t } from './texts';

const VOICES = { vi: ['vi'], viEn: ['vi', 'en'], silent: [] } as const satisfies Record<string, readonly VoiceLanguage[]>;
type VoiceChoice = keyof typeof VOICES;
const choiceOf = (languages: readonly VoiceLanguage[]): VoiceChoice => (languages.includes('en') ? 'viEn' : languages.length ? 'vi' : 'silent');

/** What is set on this page; nothing is changed before "Save". */
const draft = signal(settings.value);
const isHour = (text: string) => text === '' || !Number.isNaN(minuteOfDay(text));
const good = computed(() => isHour(draft.value.loudness.quietFrom) && isHour(draft.value.loudness.quietTo));
const loud = (more: Partial<Loudness>) => { draft.value = { ...draft.value, loudness: { ...draft.value.loudness, ...more } }; };
const said = signal('');

function turn(counter: string, way: Direction | 'none'): void {
  const { [counter]: _, ...rest } = draft.value.directions;
  draft.value = { ...draft.value, directions: way === 'none' ? rest : { ...rest, [counter]: way } };
}

let voice: Voice | undefined;
async function tryIt(): Promise<void> {
  voice ??= new Voice(); // made in a press of a button, so that no browser blocks it
  await voice.unblock();
  said.value = t('testing');
  await voice.load(draft.value.voice);
  await voice.play(round({ number: 'A047', counter: '3' }, 0, draft.value.voice), draft.value.loudness.day);
  said.value = voice.blocked.value ? t('blocked') : t('heard');
}

function Percent({ name, label }: { name: 'day' | 'quiet'; label: string }) {
  return (
    <label class="percent">{label}
      <input type="range" min="0" max="100" step="5" value={Math.round(draft.value.loudness[name] * 100)} onInput={(e) => loud({ [name]: Number(e.currentTarget.value) / 100 })} />
    </label>
  );
}

function Sound() {
  const { quietFrom, quietTo } = draft.value.loudness, fault = (hour: string) => (isHour(hour) ? undefined : t('badHour'));
  return (
    <section aria-label={t('loudness')} class="loud">
      <h2>{t('loudness')}</h2>
      <Percent name="day" label={t('loudnessDay')} /><Percent name="quiet" label={t('loudnessQuiet')} />
      <Field id="quiet-from" label={t('quietFrom')} value={quietFrom} error={fault(quietFrom)} onInput={(text) => loud({ quietFrom: text.trim() })} />
      <Field id="quiet-to" label={t('quietTo')} value={quietTo} error={fault(quietTo)} onInput={(text) => loud({ quietTo: text.trim() })} />
      <Button onClick={() => void tryIt()}>{t('test')}</Button><p role="status">{said.value}</p>
    </section>
  );
}

export function Form({ counters, onEnd }: { counters: readonly Schemas['QueueCounter'][]; onEnd: () => void }) {
  return (
    <form noValidate onSubmit={(e) => { e.preventDefault(); if (!good.value) return; keepSettings(draft.value); onEnd(); }}>
      <h2>{t('voice')}</h2>
      <Segmented<VoiceChoice> name="voice" legend={t('voice')} value={choiceOf(draft.value.voice)} onChange={(v) => { draft.value = { ...draft.value, voice: VOICES[v] }; }}
        choices={[{ value: 'vi', label: t('vi') }, { value: 'viEn', label: t('viEn') }, { value: 'silent', label: t('silent') }]} />
      {draft.value.voice.length > 0 && <Sound />}
      <h2>{t('directions')}</h2>
      {counters.map((c) => (
        <div class="to" key={c.counter}><span>{c.name}</span>
          <Segmented<Direction | 'none'> name={`way-${c.counter}`} legend={`${t('directions')}: ${c.name}`} value={draft.value.directions[c.counter] ?? 'none'} onChange={(way) => turn(c.counter, way)}
            choices={[{ value: 'none', label: t('notShown') }, { value: 'left', label: t('left') }, { value: 'ahead', label: t('ahead') }, { value: 'right', label: t('right') }]} />
        </div>
      ))}
      <div class="acts-row"><Button look="primary" type="submit" blocked={good.value ? null : t('badHour')}>{t('save')}</Button><Button onClick={onEnd}>{t('cancel')}</Button></div>
    </form>
  );
}
