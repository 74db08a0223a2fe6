import { Check, IdCard, Paperclip, ScanLine } from 'lucide-static';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Icon } from '../../../ui/Icon';
import { Segmented } from '../../../ui/Segmented';
import { Tag } from '../../../ui/Tag';
import { exceptionOptions } from './actions';
import { draft, put, row } from './desk';
import type { Exception, Paper, PaperState } from './draft';
import { faultOf, paperField } from './intake';
import { markAll } from './keys';
import { Select } from './Select';
import { papersOpen } from './view';
import { t } from './texts';

const change = (at: number, patch: Partial<Paper>) => { row.value = at; put((d) => ({ ...d, papers: d.papers.map((p, i) => (i === at ? { ...p, ...patch } : p)) })); };

/** "1 bản chính, 2 bản sao" */
function copiesText(p: Paper): string {
  const parts = [p.originals !== '0' && p.originals && t('originals', { n: p.originals }), p.copies !== '0' && p.copies && t('copies', { n: p.copies })].filter(Boolean);
  return [t(`form_${p.form}`), ...parts].join(', ');
}

function Scanned({ p }: { p: Paper }) {
  if (p.exception) return <><Icon of={Paperclip} />{t(p.exception)}</>;
  if (p.scan) return <><Icon of={Paperclip} />{p.scan}</>;
  if (p.form === 'present') return p.state === 'ok' ? <><Icon of={IdCard} />{t('compared')}</> : null;
  return p.form === 'data' || p.state === 'missing' || p.state === 'na' ? null : <Tag>{t('notScanned')}</Tag>; // asked for when it is handed over
}

function More({ p, at }: { p: Paper; at: number }) {
  const id = (name: string) => `d-p${at}-${name}`;
  return (
    <div class="d-more">
      <Field id={id('scan')} label={t('scanName')} value={p.scan} spellcheck={false} onInput={(scan) => change(at, { scan })} />
      <Select id={id('why')} label={t('noScan')} value={p.exception} options={exceptionOptions()} onChange={(v) => change(at, { exception: v as Exception | '' })} />
      <Field id={id('originals')} label={t('originalsLabel')} inputMode="numeric" value={p.originals} onInput={(originals) => change(at, { originals })} />
      <Field id={id('copies')} label={t('copiesLabel')} inputMode="numeric" value={p.copies} onInput={(copies) => change(at, { copies })} />
      <Field id={id('note')} label={t('note')} value={p.note} onInput={(note) => change(at, { note })} />
    </div>
  );
}

function Row({ p, at }: { p: Paper; at: number }) {
  const fault = faultOf(paperField(at));
  const look = fault || p.state === 'missing' ? 'miss' : p.state === 'na' ? 'na' : '';
  return (
    <li class={look}>
      <span class="k" aria-hidden="true">{at < 9 ? at + 1 : ''}</span>
      <div class="what"><b>{p.name}</b><small>{copiesText(p)}{p.required ? '' : ` · ${t('ifNeeded')}`}{p.note && ` · ${p.note}`}</small>{fault && <p class="fault">{fault}</p>}</div>
      <div class="scan"><Scanned p={p} /></div>
      <div class="pick" id={paperField(at)} tabIndex={-1} onFocus={(e) => { if (e.target === e.currentTarget) (e.currentTarget.querySelector<HTMLElement>('input:checked') ?? e.currentTarget.querySelector('input'))?.focus(); }}>
        <Segmented<Exclude<PaperState, null>> name={`d-paper-choice-${at}`} legend={`${at + 1}. ${p.name}`} value={p.state} onChange={(state) => change(at, { state })}
          choices={[{ value: 'ok', label: t('ok'), tone: 'y' }, { value: 'missing', label: t('missing'), tone: 'n' }, { value: 'na', label: t('na'), tone: 'x' }]} />
      </div>
      {papersOpen.value && p.form !== 'data' && p.state !== 'na' && <More p={p} at={at} />}
    </li>
  );
}

function Tally({ papers }: { papers: readonly Paper[] }) {
  const wanted = papers.filter((p) => p.state !== 'na'), ok = papers.filter((p) => p.state === 'ok').length;
  const missing = papers.filter((p) => p.state === 'missing').length, unset = papers.filter((p) => p.state === null).length;
  return (
    <span role="status">
      {missing ? <Tag tone="warn">{t('tallyMissing', { n: missing })}</Tag> : unset ? <Tag>{t('tallyLeft', { n: unset })}</Tag> : <Tag tone="ok" icon={Check}>{t('tallyOk', { n: ok, of: wanted.length })}</Tag>}
    </span>
  );
}

/** The papers of the procedure, each with a three-way switch (R6). */
export function PaperList() {
  const { papers } = draft.value!;
  return (
    <section class="d-sec d-grow" aria-labelledby="d-papers-title">
      <header>
        <h2 id="d-papers-title" tabIndex={-1}>{t('papers')}</h2>
        <Tally papers={papers} />
        <span class="d-push">
          <Button look="quiet" shortcut="A" onClick={markAll}>{t('markAll')}</Button>
          <Button icon={ScanLine} shortcut="F9" onClick={() => { papersOpen.value = !papersOpen.value; }}>{papersOpen.value ? t('scanDone') : t('scanPapers')}</Button>
        </span>
      </header>
      {papers.length === 0 ? <p class="d-hint">{t('noPapers')}</p> : <ol class="d-docs">{papers.map((p, i) => <Row key={p.row ?? i} p={p} at={i} />)}</ol>}
    </section>
  );
}
