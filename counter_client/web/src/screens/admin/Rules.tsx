/** Who goes first: the classes, and the caps and windows of the queue. Tried first, then in force for the next call. */
import { FlaskConical } from 'lucide-static';
import { useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { Button } from '../../ui/Button';
import { describedBy, Field, Labelled } from '../../ui/Field';
import { ConflictDialog, Form, Loaded, PageHead, Stamp } from './parts';
import { loadSetup, setup } from './store';
import { className, t } from './texts';
import { useSave } from './useSave';

type Rules = Schemas['QueueRules'];
type Lane = Schemas['QueueClass']['lane'];
const MINUTE = 60;
const LANES = ['ordinary', 'priority', 'urgent'] as const;
const LANE_NAMES = { ordinary: 'laneOrdinary', priority: 'lanePriority', urgent: 'laneUrgent' } as const;

/** What is typed: numbers as text, waits in minutes; an empty cap is no cap. */
type Class = { lane: Lane; rank: string; target: string; lateBecomes?: string | undefined };
type Typed = { classes: Record<string, Class>; maxPriority: string; maxOrdinary: string; hardMax: string; window: string; delay: string; late: string };

const inMinutes = (s: number | null): string => (s === null ? '' : String(Math.round(s / MINUTE)));
const typedOf = (r: Rules): Typed => ({
  classes: Object.fromEntries(Object.entries(r.classes).map(([code, c]) => [code, { lane: c.lane, rank: String(c.rank), target: inMinutes(c.target_s), lateBecomes: c.late_becomes }])),
  maxPriority: String(r.max_run.priority ?? ''), maxOrdinary: String(r.max_run.ordinary ?? ''), hardMax: inMinutes(r.hard_max_wait_s),
  window: inMinutes(r.return_window_s), delay: inMinutes(r.return_delay_s), late: inMinutes(r.appointment_late_s),
});
const seconds = (text: string): number => Number(text) * MINUTE;
const bodyOf = (x: Typed): Schemas['QueueRulesSet'] => ({
  classes: Object.fromEntries(Object.entries(x.classes).map(([code, c]) => [code, { lane: c.lane, rank: Number(c.rank), target_s: seconds(c.target), ...(c.lateBecomes ? { late_becomes: c.lateBecomes as Schemas['TicketClass'] } : {}) }])),
  max_run: { priority: x.maxPriority === '' ? null : Number(x.maxPriority), ordinary: x.maxOrdinary === '' ? null : Number(x.maxOrdinary) },
  hard_max_wait_s: x.hardMax === '' ? null : seconds(x.hardMax), return_window_s: seconds(x.window), return_delay_s: seconds(x.delay), appointment_late_s: seconds(x.late),
});

const FIELDS = { max_run: 'max-priority', hard_max_wait_s: 'hard-max', return_window_s: 'window', return_delay_s: 'delay', appointment_late_s: 'late' } as const;
function fieldOf(pointer: string): string {
  const [, part = '', code = '', member = ''] = pointer.split('/');
  if (part === 'classes') return `${code}-${member === 'target_s' ? 'target' : member === 'rank' ? 'rank' : 'lane'}`;
  return part === 'max_run' && code === 'ordinary' ? 'max-ordinary' : FIELDS[part as keyof typeof FIELDS] ?? '';
}

function faultsOf(x: Typed) {
  const whole = (text: string, most: number) => /^\d+$/.test(text) && Number(text) <= most;
  const bad = (id: string, what: string) => ({ id, message: t('askNumber', { what }) });
  return [
    ...Object.entries(x.classes).flatMap(([code, c]) => [...(whole(c.rank, 1e6) ? [] : [bad(`${code}-rank`, `${code}, ${t('rank')}`)]), ...(whole(c.target, 1e5) ? [] : [bad(`${code}-target`, `${code}, ${t('target')}`)])]),
    ...([['max-priority', x.maxPriority, 'maxPriority'], ['max-ordinary', x.maxOrdinary, 'maxOrdinary']] as const).filter(([, v]) => v !== '' && !(whole(v, 1e6) && Number(v) >= 1)).map(([id, , name]) => bad(id, t(name))),
    ...(x.hardMax === '' || whole(x.hardMax, 1e5) ? [] : [bad('hard-max', t('hardMax'))]),
    ...([['window', x.window, 'returnWindow'], ['delay', x.delay, 'returnDelay'], ['late', x.late, 'appointmentLate']] as const).filter(([, v]) => !whole(v, 1e5)).map(([id, , name]) => bad(id, t(name))),
  ];
}

export function RulesPage() {
  return (
    <div class="page">
      <div class="list">
        <PageHead title={t('rules')} lead={t('rulesLead')} />
        <Loaded of={setup.value} again={loadSetup}>{(all) => <RulesForm key={all.queue_rules.version} rules={all.queue_rules} />}</Loaded>
      </div>
    </div>
  );
}

function Classes({ typed, set, of }: { typed: Typed; set: (code: string, change: Partial<Class>) => void; of: (id: string) => string | undefined }) {
  const number = (id: string, label: string, value: string, onInput: (v: string) => void) => (
    <input id={id} class="number" inputMode="numeric" aria-label={label} value={value} aria-describedby={describedBy(id, undefined, of(id))} aria-invalid={of(id) ? true : undefined} onInput={(e) => onInput(e.currentTarget.value)} />
  );
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t('classes')}>
      <table class="rows classes">
        <thead><tr><th>{t('class')}</th><th>{t('lane')}</th><th>{t('rank')}</th><th>{t('target')}</th><th>{t('lateBecomes')}</th></tr></thead>
        <tbody>{Object.entries(typed.classes).map(([code, c]) => (
          <tr key={code}>
            <th scope="row">{code} <small>{className(code)}</small></th>
            <td><select id={`${code}-lane`} aria-label={`${code}, ${t('lane')}`} value={c.lane} aria-invalid={of(`${code}-lane`) ? true : undefined} onChange={(e) => set(code, { lane: e.currentTarget.value as Lane })}>{LANES.map((l) => <option key={l} value={l}>{t(LANE_NAMES[l])}</option>)}</select></td>
            <td>{number(`${code}-rank`, `${code}, ${t('rank')}`, c.rank, (rank) => set(code, { rank }))}</td>
            <td>{number(`${code}-target`, `${code}, ${t('target')}`, c.target, (target) => set(code, { target }))}</td>
            <td><select id={`${code}-late`} aria-label={`${code}, ${t('lateBecomes')}`} value={c.lateBecomes ?? ''} onChange={(e) => set(code, { lateBecomes: e.currentTarget.value || undefined })}><option value="">{t('stays')}</option>{Object.keys(typed.classes).filter((o) => o !== code).map((o) => <option key={o} value={o}>{o}</option>)}</select></td>
          </tr>
        ))}</tbody>
      </table>
      {Object.keys(typed.classes).flatMap((code) => ['lane', 'rank', 'target'].map((m) => `${code}-${m}`)).filter(of).map((id) => <p class="fault" id={`${id}-fault`} key={id}>{of(id)}</p>)}
    </div>
  );
}

function RulesForm({ rules }: { rules: Rules }) {
  const [typed, setTyped] = useState(() => typedOf(rules));
  const [version, setVersion] = useState(rules.version), [tried, setTried] = useState(''), [saved, setSaved] = useState(false);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('P0-lane', fieldOf);
  const set = (change: Partial<Typed>) => { setTyped({ ...typed, ...change }); setTried(''); setSaved(false); };
  const put = (dry: boolean) => send((key) => api.PUT('/queue-rules', { params: { header: { ...keyed(key), 'If-Match': `"${version}"` }, ...(dry ? { query: { dry_run: true } } : {}) }, body: bodyOf(typed) }));
  const check = (then: () => Promise<void>) => {
    const wrong = faultsOf(typed);
    setTried('');
    if (wrong.length) setFaults(wrong);
    else void then();
  };
  const attempt = () => check(async () => { if (await put(true)) setTried(t('rulesSound')); });
  const submit = () => check(async () => { if (await put(false)) { setSaved(true); await loadSetup(); } });
  const cap = (id: string, label: string, hint: string, value: string, onInput: (v: string) => void) => (
    <Labelled id={id} label={label} hint={hint} error={of(id)}>
      <input id={id} class="number" inputMode="numeric" value={value} aria-describedby={describedBy(id, hint, of(id))} aria-invalid={of(id) ? true : undefined} onInput={(e) => onInput(e.currentTarget.value)} />
    </Labelled>
  );
  const theirs = () => typedOf(clash!.current as unknown as Rules);
  const text = (x: Typed) => ({ classes: Object.entries(x.classes).map(([c, v]) => `${c}: ${t(LANE_NAMES[v.lane])}, ${v.rank}, ${v.target}`).join('; '), caps: [x.maxPriority, x.maxOrdinary, x.hardMax].map((v) => v || '–').join(' / '), windows: [x.window, x.delay, x.late].join(' / ') });
  return (
    <>
      <Stamp of={rules} />
      <Form faults={faults} busy={busy} action={t('putInForce')} onSubmit={submit} more={<Button icon={FlaskConical} onClick={attempt}>{t('tryRules')}</Button>}>
        <h2>{t('classes')}</h2>
        <p class="hint">{t('classesHint')}</p>
        <Classes typed={typed} set={(code, change) => set({ classes: { ...typed.classes, [code]: { ...typed.classes[code]!, ...change } } })} of={of} />
        <h2>{t('caps')}</h2>
        <div class="fields3">
          {cap('max-priority', t('maxPriority'), t('maxPriorityHint'), typed.maxPriority, (maxPriority) => set({ maxPriority }))}
          {cap('max-ordinary', t('maxOrdinary'), t('maxOrdinaryHint'), typed.maxOrdinary, (maxOrdinary) => set({ maxOrdinary }))}
          {cap('hard-max', t('hardMax'), t('hardMaxHint'), typed.hardMax, (hardMax) => set({ hardMax }))}
        </div>
        <h2>{t('windows')}</h2>
        <div class="fields3">
          <Field id="window" label={t('returnWindow')} hint={t('returnWindowHint')} error={of('window')} inputMode="numeric" value={typed.window} onInput={(window) => set({ window })} />
          <Field id="delay" label={t('returnDelay')} hint={t('returnDelayHint')} error={of('delay')} inputMode="numeric" value={typed.delay} onInput={(delay) => set({ delay })} />
          <Field id="late" label={t('appointmentLate')} hint={t('appointmentLateHint')} error={of('late')} inputMode="numeric" value={typed.late} onInput={(late) => set({ late })} />
        </div>
      </Form>
      <p class="said" role="status">{saved ? t('rulesSaved') : tried}</p>
      {clash && <ConflictDialog clash={clash} rows={[{ label: t('classes'), theirs: text(theirs()).classes, mine: text(typed).classes }, { label: t('caps'), theirs: text(theirs()).caps, mine: text(typed).caps }, { label: t('windows'), theirs: text(theirs()).windows, mine: text(typed).windows }]}
        onKeep={() => { setVersion(Number(clash.current['version'])); forget(); }} onDrop={() => { forget(); void loadSetup(); }} />}
    </>
  );
}
