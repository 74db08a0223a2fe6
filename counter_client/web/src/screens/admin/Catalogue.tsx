/** The catalogue of procedures: search, one procedure with all its parts, its versions and their days; import and export as a file. */
import { AlertTriangle, Ban, Check, Download, FileUp } from 'lucide-static';
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api, type Schemas } from '../../core/api';
import { date, decimal, money } from '../../core/format';
import { search } from '../../core/fold';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { CatalogueImport } from './CatalogueImport';
import { Loaded, PageHead, Pane, SearchBox } from './parts';
import { go, NEW, route, to } from './router';
import { all, load, paged, told, unitName, type Load } from './store';
import { formName, limitText, onlineName, ownerName, t } from './texts';

type Procedure = Schemas['Procedure'];
type Details = Schemas['ProcedureDetails'];
type Version = Schemas['ProcedureVersion'];
type Opened = { versions: Version[]; procedure: Procedure };

const procedures = signal<Load<Procedure[]>>({ data: null, failed: null, busy: false });
const opened = signal<Load<Opened>>({ data: null, failed: null, busy: false });
const loadProcedures = () => load(procedures, () => all((after) => api.GET('/procedures', paged(after))));

/** The version asked for; else the one in force, else the newest. */
async function open(procedure: string, asked: string): Promise<Opened> {
  const versions = told(await api.GET('/procedures/{procedure}/versions', { params: { path: { procedure } } })).items;
  const version = asked || String((versions.find((v) => v.in_force) ?? versions[0]!).version);
  return { versions, procedure: told(await api.GET('/procedures/{procedure}/versions/{version}', { params: { path: { procedure, version } } })) };
}

export function CataloguePage() {
  const [query, setQuery] = useState('');
  const { id } = route.value;
  useEffect(() => { void loadProcedures(); }, []);
  return (
    <div class={id ? 'page beside' : 'page'}>
      <div class="list">
        <PageHead title={t('procedures')} lead={t('proceduresLead')}>
          <Button look="strong" icon={FileUp} onClick={() => go(to('procedures', NEW))}>{t('importFile')}</Button>
          <a class="btn" href="/api/v1/catalogue/procedures" download="procedures.json"><Icon of={Download} />{t('exportFile')}</a>
        </PageHead>
        <SearchBox value={query} onInput={setQuery} label={t('findProcedure')} />
        <Loaded of={procedures.value} again={loadProcedures}>{(list) => <ProcedureList list={search(list, query, (p) => `${p.name} ${p.procedure} ${p.field} ${unitName(p.unit)}`)} here={id} />}</Loaded>
      </div>
      {id === NEW && <CatalogueImport onDone={loadProcedures} />}
      {id && id !== NEW && <One key={id} code={id} version={route.value.query.get('v') ?? ''} />}
    </div>
  );
}

const State = ({ inForce, of }: { inForce: boolean; of: Pick<Version, 'effective_from' | 'effective_to'> }) =>
  inForce ? <Tag tone="ok" icon={Check}>{t('inForce')}</Tag> : <Tag icon={Ban}>{of.effective_to && of.effective_to < of.effective_from ? t('neverInForce') : of.effective_to ? t('notInForce') : t('notYetInForce')}</Tag>;
const days = ({ effective_from: from, effective_to: until }: Pick<Version, 'effective_from' | 'effective_to'>): string => (until ? `${date(from)} – ${date(until)}` : t('sinceDay', { from: date(from) }));

function ProcedureList({ list, here }: { list: readonly Procedure[]; here: string }) {
  if (list.length === 0) return <p class="state">{t('foundNothing')}</p>;
  return (
    <table class="rows">
      <thead><tr><th>{t('procedure')}</th><th>{t('handledBy')}</th><th>{t('limit')}</th><th>{t('stateHead')}</th></tr></thead>
      <tbody>{list.map((p) => (
        <tr key={p.procedure} class={p.procedure === here ? 'here' : undefined}>
          <th scope="row"><a href={to('procedures', p.procedure)} {...(p.procedure === here ? { 'aria-current': 'true' as const } : {})}>{p.name}</a><small>{p.procedure} · {p.field}</small></th>
          <td>{unitName(p.unit)}</td>
          <td>{limitText(p.limit)}</td>
          <td><State inForce={p.in_force} of={p} /><small>{t('versionN', { n: p.version })}</small></td>
        </tr>
      ))}</tbody>
    </table>
  );
}

function One({ code, version }: { code: string; version: string }) {
  const again = () => load(opened, () => open(code, version));
  useEffect(() => { opened.value = { ...opened.value, data: opened.value.data?.procedure.procedure === code ? opened.value.data : null }; void again(); }, [code, version]);
  const data = opened.value.data;
  return (
    <Pane title={data?.procedure.name ?? code} onClose={() => go(to('procedures'))}>
      <Loaded of={opened.value} again={again}>{({ versions, procedure: p }) => (
        <>
          <p class="stamp">{p.procedure} · {t('versionN', { n: p.version })} · {days(p)}</p>
          {p.details && <Parts p={p} details={p.details} />}
          <Versions of={p} versions={versions} />
        </>
      )}</Loaded>
    </Pane>
  );
}

/** What is not stated stands as such where the law wants it stated. */
const Missing = () => <Tag tone="warn" icon={AlertTriangle}>{t('notStated')}</Tag>;
const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => <div><dt>{name}</dt><dd>{children}</dd></div>;
const texts = (list: readonly string[], must: boolean): ComponentChildren => (list.length ? list.map((text) => <p key={text}>{text}</p>) : must ? <Missing /> : '–');
const lacks = (details: Details, part: Details['missing'][number]): boolean => details.missing.includes(part);

/** In the order in which the law names them; then what it wants besides. */
function Parts({ p, details: d }: { p: Procedure; details: Details }) {
  return (
    <>
      {d.missing.length > 0 && <p class="stamp"><Tag tone="warn" icon={AlertTriangle}>{t('partsMissing', { n: d.missing.length })}</Tag></p>}
      <h3>{t('mandatoryParts')}</h3>
      <dl class="facts">
        <Fact name={t('partName')}>{p.name}</Fact>
        <Fact name={t('partProcess')}>{d.process.length ? <ol class="texts">{d.process.map((text) => <li key={text}>{text}</li>)}</ol> : <Missing />}</Fact>
        <Fact name={t('partWays')}>{onlineName(p.online_level)}</Fact>
        <Fact name={t('partSets')}>{lacks(d, 'sets') ? <Missing /> : t('setsN', { n: d.sets ?? 0 })}</Fact>
        <Fact name={t('limit')}>{p.limit_text}{p.cutoff && <small>{t('cutoffAt', { at: p.cutoff })}</small>}{d.extension && <small>{t('extensionBy', { limit: limitText(d.extension.limit), reason: d.extension.reason })}</small>}</Fact>
        <Fact name={t('partApplicants')}>{texts(d.applicants, true)}</Fact>
        <Fact name={t('handledBy')}>{unitName(p.unit)}</Fact>
        <Fact name={t('partResult')}>{p.result} <small>{t(d.result_on_paper ? 'resultPaper' : 'resultElectronic')}</small></Fact>
      </dl>
      <h3>{t('papersOf')}</h3>
      {p.documents.length === 0 ? <p class="hint">{t('noPapers')}</p> : (
        <ol class="texts">{p.documents.map((paper) => (
          <li key={paper.row}>{paper.name}<small>{formName(paper.form)}, {t(paper.required ? 'required' : 'notRequired')}{paper.replace_by_data && ` · ${t('replacedBy', { data: paper.replace_by_data })}`}</small></li>
        ))}</ol>
      )}
      <h3>{t('otherParts')}</h3>
      <dl class="facts">
        <Fact name={t('fee')}>{p.fee.text}{p.fee.amount !== null && <small>{t('feeCounter', { amount: money(p.fee.amount) })}</small>}{p.fee.amount_online !== null && <small>{t('feeOnline', { amount: money(p.fee.amount_online) })}</small>}</Fact>
        <Fact name={t('partConditions')}>{texts(d.conditions, false)}</Fact>
        <Fact name={t('partBasis')}>{texts(d.legal_basis, false)}</Fact>
        <Fact name={t('partRetention')}>{d.retention ?? '–'}</Fact>
        {p.note && <Fact name={t('note')}>{p.note}</Fact>}
      </dl>
      <h3>{t('stepsOf')}</h3>
      {d.steps.length === 0 ? <p class="hint">{t('noSteps')}</p> : <ol class="texts">{d.steps.map((step) => <li key={step.row}>{step.task}<small>{ownerName(step.unit, unitName)} · {step.limit ? limitText(step.limit) : step.share_percent !== null ? t('shareOf', { n: decimal(step.share_percent, step.share_percent % 1 ? 1 : 0) }) : t('noTime')}</small></li>)}</ol>}
      {d.agency_steps.length > 0 && <><h3>{t('agencySteps')}</h3><ol class="texts">{d.agency_steps.map((step) => <li key={step.row}>{step.task}<small>{step.agency} · {step.limit ? limitText(step.limit) : t('noTime')}</small></li>)}</ol></>}
    </>
  );
}

function Versions({ of, versions }: { of: Procedure; versions: readonly Version[] }) {
  return (
    <section class="acts" aria-labelledby="versions-head">
      <h3 id="versions-head">{t('versionsOf')}</h3>
      <p class="hint">{t('versionsHint')}</p>
      <ul class="versions">{versions.map((v) => (
        <li key={v.version}>
          <a href={to('procedures', of.procedure, { v: String(v.version) })} {...(v.version === of.version ? { 'aria-current': 'true' as const } : {})}>{t('versionN', { n: v.version })}</a> <State inForce={v.in_force} of={v} />
          <small>{days(v)}{v.name !== of.name && ` · ${v.name}`}</small>
        </li>
      ))}</ul>
    </section>
  );
}
