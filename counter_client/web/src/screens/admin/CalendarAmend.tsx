/** Amending the working calendar: looked at first, then applied by what was shown; a year confirmed; a version gone back to. */
import { useEffect, useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { count, date, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { describedBy, Field, Labelled } from '../../ui/Field';
import { Confirm, Form, Select } from './parts';
import { personName, told } from './store';
import { t } from './texts';
import { useSave } from './useSave';

type Calendar = Schemas['Calendar'];
type Change = Schemas['CalendarChange'];
type Body = Schemas['CalendarAmend'];
/** What was shown, and what it was shown of. */
type Shown = { body: Body; change: Change };

const at = (version: number) => ({ 'If-Match': `"${version}"` });
const movesText = ({ moves: m }: Change): string => t('amendMoves', { seen: count(m.seen), later: count(m.later), earlier: count(m.earlier), kept: count(m.kept) });
const nothing = (change: Change): boolean => !change.changed;

/** The text of a chosen file as a calendar; null when it is none. */
async function readFile(file: File): Promise<Record<string, unknown> | null> {
  try {
    const read: unknown = JSON.parse(await file.text());
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

type PartProps = { of: Calendar; onDone: (said: string) => void };

export function Amend({ of: c, onDone }: PartProps) {
  const [file, setFile] = useState<File | null>(null), [back, setBack] = useState(''), [shown, setShown] = useState<Shown | null>(null);
  const [versions, setVersions] = useState<Schemas['CalendarVersion'][]>([]);
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('calendar-file', () => 'calendar-file');
  useEffect(() => { void api.GET('/calendar/versions').then((answer) => setVersions(told(answer).items)).catch(() => setVersions([])); }, [c.version]);
  const put = (body: Body, dry: boolean) => send((key) => api.PUT('/calendar', { params: { header: { ...keyed(key), ...at(c.version) }, ...(dry ? { query: { dry_run: true } } : {}) }, body }));
  const look = async () => {
    const document = file && (await readFile(file));
    setShown(null);
    if (!back && !document) return setFaults([{ id: 'calendar-file', message: t(file ? 'amendNoJson' : 'amendAskFile') }]);
    const body: Body = back ? { version: Number(back) } : { document: document! };
    const change = await put(body, true);
    if (change) setShown({ body, change });
  };
  const apply = async ({ body, change }: Shown) => {
    setShown(null);
    const done = await put({ ...body, token: change.token! }, false);
    if (done) onDone(t('amendDone', { version: done.version }));
  };
  return (
    <section aria-labelledby="amend-head" class="amend">
      <h2 id="amend-head">{t('amend')}</h2>
      <p class="hint">{t('amendHint')}</p>
      <Form faults={faults} busy={busy} action={t('amendLook')} onSubmit={() => void look()}>
        <Labelled id="calendar-file" label={t('amendFile')} hint={t('amendFileHint')} error={of('calendar-file')}>
          <input id="calendar-file" type="file" accept=".json,application/json" aria-describedby={describedBy('calendar-file', t('amendFileHint'), of('calendar-file'))} aria-invalid={of('calendar-file') ? true : undefined}
            onChange={(e) => { setFile(e.currentTarget.files?.[0] ?? null); setBack(''); setShown(null); }} />
        </Labelled>
        {versions.length > 1 && <Select id="back" label={t('amendBack')} value={back} onChange={(v) => { setBack(v); setShown(null); }}
          choices={[{ value: '', label: t('amendNoBack') }, ...versions.filter((v) => v.version !== c.version).map((v) => ({ value: String(v.version), label: `${v.version} · ${hourMinute(v.entered_at)} ${date(v.entered_at)}, ${personName(v.entered_by)}` }))]} />}
      </Form>
      {clash && <p class="failed" role="alert">{t('amendClash', { who: clash.by })} <Button onClick={() => { forget(); onDone(''); }}>{t('retry')}</Button></p>}
      {shown && nothing(shown.change) && <p class="said" role="status">{t('amendSame')}</p>}
      {shown && !nothing(shown.change) && <Confirm title={t('amendShown')} text={`${movesText(shown.change)} ${t('amendPromise')}`} action={t('amendApply')} onNo={() => setShown(null)} onYes={() => void apply(shown)} />}
    </section>
  );
}

/** The first year that waits for its decision. */
export function ConfirmYear({ of: c, onDone }: PartProps) {
  const year = c.unconfirmed_years[0];
  const [decree, setDecree] = useState('');
  const { faults, setFaults, of, clash, forget, busy, send } = useSave('decree', () => 'decree');
  if (year === undefined) return null;
  const submit = async () => {
    if (!decree.trim()) return setFaults([{ id: 'decree', message: t('confirmAsk') }]);
    const done = await send((key) => api.POST('/calendar/years/{year}/confirm', { params: { path: { year: String(year) }, header: { ...keyed(key), ...at(c.version) } }, body: { decree: decree.trim() } }));
    if (done) onDone(t('confirmDone', { year }));
  };
  return (
    <section aria-labelledby="confirm-head" class="amend">
      <h2 id="confirm-head">{t('confirmYear', { year })}</h2>
      <Form faults={faults} busy={busy} action={t('confirmAct', { year })} onSubmit={() => void submit()}>
        <Field id="decree" label={t('confirmDecree')} hint={t('confirmHint')} error={of('decree')} value={decree} onInput={setDecree} />
      </Form>
      {clash && <p class="failed" role="alert">{t('amendClash', { who: clash.by })} <Button onClick={() => { forget(); onDone(''); }}>{t('retry')}</Button></p>}
    </section>
  );
}

/** What the administrator must know before anything else: a year that waits, dossiers that still follow. */
export function Warnings({ of: c }: { of: Calendar }) {
  const { warning, followed } = c;
  return (
    <>
      {warning && <p class="failed warned" role="alert">{warning.days_left < 0 ? t('yearLate', { year: warning.year }) : t('yearWaits', { year: warning.year, days: warning.days_left })}</p>}
      {followed && !followed.done && <p class="said" role="status">{t('following', { seen: count(followed.seen) })}</p>}
    </>
  );
}
