import { Check, TriangleAlert } from 'lucide-static';
import { api, type Schemas } from '../../../core/api';
import { date, hourMinute, personalId } from '../../../core/format';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Segmented } from '../../../ui/Segmented';
import { Tag } from '../../../ui/Tag';
import { openDossier } from '../store';
import { useRead } from './CaseParts';
import { draft, put } from './desk';
import { isOddName, noHelper, type Draft, type Helper, type Kind, type Person } from './draft';
import { faultOf, faults } from './intake';
import { editing, focusSoon } from './view';
import { Select } from './Select';
import { t } from './texts';

const KINDS: readonly Kind[] = ['citizen', 'business', 'agency', 'organisation', 'other'];
const PAPERS = ['card', 'vneid', 'passport', 'birth_certificate', 'other'] as const;
const NUMERIC = new Set(['personal_id', 'birth_date', 'tax_code']);

const set = (patch: Partial<Person>) => put((d) => ({ ...d, applicant: { ...d.applicant, ...patch }, ...('full_name' in patch ? { odd: d.odd && isOddName(patch.full_name!) } : {}) }));

function Text({ name, of, label }: { name: keyof Person & Parameters<typeof t>[0]; of: Person; label?: string }) {
  return <Field id={`d-${name}`} label={label ?? t(name)} value={of[name]} error={faultOf(`d-${name}`)} inputMode={NUMERIC.has(name) ? 'numeric' : name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
    {...(name === 'birth_date' ? { hint: t('dateHint') } : {})} spellcheck={false} onInput={(v) => set({ [name]: v })} />;
}

function Fields({ d }: { d: Draft }) {
  const a = d.applicant, citizen = a.kind === 'citizen';
  return (
    <div class="d-fields">
      <div class="wide"><Segmented name="d-kind" legend={t('kind')} value={a.kind} onChange={(kind) => set({ kind })} choices={KINDS.map((k) => ({ value: k, label: t(`kind_${k}`) }))} /></div>
      <div class="two"><Text name="full_name" of={a} label={citizen ? t('full_name') : t('organisationName')} /></div>
      {citizen ? <Text name="personal_id" of={a} /> : <Text name="tax_code" of={a} />}
      {citizen && <Text name="birth_date" of={a} />}
      {citizen && <Select id="d-sex" label={t('sex')} value={a.sex} none={t('unset')} options={[{ value: 'female', label: t('female') }, { value: 'male', label: t('male') }]} onChange={(sex) => set({ sex: sex as Person['sex'] })} error={faultOf('d-sex')} />}
      {!citizen && <Text name="personal_id" of={a} label={t('personal_id_of_head')} />}
      <Text name="phone" of={a} />
      <div class="two"><Text name="address" of={a} /></div>
      <Text name="email" of={a} />
      <Select id="d-identity_document" label={t('identity_document')} value={a.identity_document} none={t('notSeen')} options={PAPERS.map((p) => ({ value: p, label: t(`identity_${p}`) }))}
        onChange={(v) => set({ identity_document: v as Person['identity_document'] })} error={faultOf('d-identity_document')} />
    </div>
  );
}

/** What else this person has here, newest first: one look saves a second dossier of the same matter. */
function Recent({ id }: { id: string }) {
  const { data } = useRead<Schemas['DossierList']>(id, () => (id.length === 12 ? api.GET('/dossiers', { params: { query: { q: id, limit: 3 } } }) : Promise.resolve({})));
  if (!data?.items.length) return null;
  return (
    <div class="wide"><dt>{t('recent')}</dt><dd class="d-recent">{data.items.map((d) => (
      <button key={d.id} type="button" class="d-open" onClick={() => void openDossier(d.id)}>{d.procedure_name}, {date(d.created_at)}</button>
    ))}</dd></div>
  );
}

function Shown({ a }: { a: Person }) {
  const rows: [string, string, string?][] = [
    [a.kind === 'citizen' ? t('full_name') : t('organisationName'), a.full_name, 'name'],
    a.kind === 'citizen' ? [t('personal_id'), personalId(a.personal_id), 'num'] : [t('tax_code'), a.tax_code, 'num'],
    ...(a.kind === 'citizen' ? [[t('birth_date'), a.birth_date] as [string, string], [t('sex'), a.sex ? t(a.sex) : ''] as [string, string]] : []),
    [t('address'), a.address, 'wide'], [t('phone'), a.phone, 'num'],
  ];
  return <dl class="d-person">{rows.map(([label, value, look]) => <div key={label} class={look === 'wide' ? 'wide' : ''}><dt>{label}</dt><dd class={look && look !== 'wide' ? look : ''}>{value || '–'}</dd></div>)}<Recent id={a.personal_id} /></dl>;
}

function HelperFields({ h }: { h: Helper }) {
  const set = (patch: Partial<Helper>) => put((d) => ({ ...d, helper: { ...h, ...patch } }));
  return (
    <div class="d-fields d-helper" role="group" aria-label={t('helper')}>
      {(['full_name', 'personal_id', 'phone', 'address', 'authorisation'] as const).map((name) => (
        <div key={name} class={name === 'authorisation' || name === 'full_name' ? 'two' : ''}>
          <Field id={`d-helper-${name}`} label={t(name === 'full_name' ? 'helperName' : name)} value={h[name]} error={faultOf(`d-helper-${name}`)} spellcheck={false}
            {...(name === 'authorisation' ? { hint: t('authorisationHint') } : {})} onInput={(v) => set({ [name]: v })} />
        </div>
      ))}
    </div>
  );
}

/** Who applies: what the card said, or fields for typing it; and who hands it in for somebody else. */
export function ApplicantSection() {
  const d = draft.value!, a = d.applicant;
  const typing = editing.value || !a.full_name || faults.value.some((f) => /^d-(full_name|personal_id|tax_code|birth_date|sex|address|phone|email|identity_document)$/.test(f.id));
  return (
    <section class="d-sec" aria-labelledby="d-who">
      <header>
        <h2 id="d-who">{t('applicant')}</h2>
        {d.scannedAt !== null && !d.odd && <Tag tone="ok" icon={Check}>{t('scannedAt', { at: hourMinute(d.scannedAt) })}</Tag>}
        {d.odd && <Tag tone="warn" icon={TriangleAlert}>{t('checkName')}</Tag>}
        <span class="d-push">
          <Button look="quiet" onClick={() => { put({ helper: d.helper ? null : noHelper() }); if (!d.helper) focusSoon(() => document.getElementById('d-helper-full_name')); }}>{d.helper ? t('noHelper') : t('addHelper')}</Button>
          {a.full_name && <Button look="quiet" onClick={() => { editing.value = !editing.value; if (editing.value) focusSoon(() => document.getElementById('d-full_name')); }}>{typing ? t('doneEditing') : t('edit')}</Button>}
        </span>
      </header>
      {typing ? <Fields d={d} /> : <Shown a={a} />}
      {!a.full_name && d.scannedAt === null && <p class="d-hint">{t('scanHint')}</p>}
      {d.helper && <HelperFields h={d.helper} />}
    </section>
  );
}
