/** A file of procedures: looked at first, every fault with its row; then applied as it was looked at. */
import { useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { count } from '../../core/format';
import { Button } from '../../ui/Button';
import { describedBy, Labelled } from '../../ui/Field';
import { Confirm, Form, Pane } from './parts';
import { go, to } from './router';
import { t } from './texts';
import { useSave } from './useSave';

type Told = Schemas['ProceduresImported'];
type Finding = Schemas['ImportFinding'];
/** What was said of a file, and the bytes that it was said of: they are what is applied, whatever becomes of the file. */
type Looked = { bytes: ArrayBuffer; told: Told };

const countsText = (told: Told): string => t('importCounts', { rows: count(told.rows), added: count(told.added), changed: count(told.changed), unchanged: count(told.unchanged) });

export function CatalogueImport({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null), [looked, setLooked] = useState<Looked | null>(null), [asking, setAsking] = useState(false), [said, setSaid] = useState('');
  const { faults, setFaults, of, busy, send } = useSave('catalogue-file', () => 'catalogue-file');
  const put = (bytes: ArrayBuffer, dry: boolean) => send((key) => api.POST('/catalogue/procedures', { params: { header: keyed(key), query: { dry_run: dry } }, body: bytes, bodySerializer: (body) => body as ArrayBuffer }));
  const look = async () => {
    setLooked(null);
    setSaid('');
    if (!file) return setFaults([{ id: 'catalogue-file', message: t('importAsk') }]);
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return setFaults([{ id: 'catalogue-file', message: t('importGone') }]);
    const told = await put(bytes, true);
    if (told) setLooked({ bytes, told });
  };
  const apply = async ({ bytes }: Looked) => {
    setAsking(false);
    const told = await put(bytes, false);
    if (!told) return;
    setLooked(null);
    setSaid(t('importDone', { added: count(told.added), changed: count(told.changed) }));
    onDone();
  };
  const changes = looked !== null && looked.told.fault_count === 0 && looked.told.added + looked.told.changed > 0;
  return (
    <Pane title={t('importFile')} onClose={() => go(to('procedures'))}>
      <p class="hint">{t('importHint')}</p>
      <Form faults={faults} busy={busy} action={t('importLook')} onSubmit={() => void look()}>
        <Labelled id="catalogue-file" label={t('importChoose')} hint={t('importChooseHint')} error={of('catalogue-file')}>
          <input id="catalogue-file" type="file" accept=".json,application/json" aria-describedby={describedBy('catalogue-file', t('importChooseHint'), of('catalogue-file'))} aria-invalid={of('catalogue-file') ? true : undefined}
            onChange={(e) => { setFile(e.currentTarget.files?.[0] ?? null); setLooked(null); setSaid(''); }} />
        </Labelled>
      </Form>
      <div class="looked" role="status">
        {said && <p class="said">{said}</p>}
        {looked && (
          <>
            <p class={looked.told.fault_count ? 'fault' : 'said'}>{looked.told.fault_count ? t('importFaulty', { n: count(looked.told.fault_count) }) : changes ? t('importSound') : t('importSame')}</p>
            <p>{countsText(looked.told)}</p>
          </>
        )}
      </div>
      {changes && <p class="acts-row"><Button look="primary" onClick={() => setAsking(true)}>{t('importApply')}</Button></p>}
      {looked && looked.told.faults.length > 0 && <Findings head={t('importFaults')} list={looked.told.faults} total={looked.told.fault_count} />}
      {looked && looked.told.warnings.length > 0 && <details><summary>{t('importWarnings', { n: count(looked.told.warning_count) })}</summary><Findings list={looked.told.warnings} total={looked.told.warning_count} /></details>}
      {asking && looked && <Confirm title={t('importApply')} text={`${t('importWill', { added: count(looked.told.added), changed: count(looked.told.changed) })} ${t('importPromise')}`} action={t('importApply')} onNo={() => setAsking(false)} onYes={() => void apply(looked)} />}
    </Pane>
  );
}

const place = (f: Finding): string => [f.row !== null ? t('rowN', { n: f.row }) : f.line !== null ? t('lineN', { n: f.line }) : '', f.procedure ?? ''].filter(Boolean).join(' · ');

function Findings({ head, list, total }: { head?: string; list: readonly Finding[]; total: number }) {
  return (
    <section class="findings">
      {head && <h3>{head}</h3>}
      <ul>{list.map((f, i) => <li key={i}><b>{place(f) || t('wholeFile')}</b> {f.field && <code>{f.field}</code>} {f.message}</li>)}</ul>
      {total > list.length && <p class="hint">{t('findingsMore', { n: count(list.length), total: count(total) })}</p>}
    </section>
  );
}
