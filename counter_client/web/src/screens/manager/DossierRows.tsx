/** Rows of open dossiers: how late or how long yet, code, procedure, applicant, officer, state. The code is the link. */
import { CircleCheck, Clock, PenLine, Pause, Stamp, TriangleAlert } from 'lucide-static';
import { dayMonth, hourMinute } from '../../core/format';
import { Icon } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';
import { toDossier } from './router';
import type { OpenItem } from './store';
import { t, words } from './texts';

export type Summary = OpenItem['dossier'];

/** "trễ 3 ngày", "hôm nay", "còn 2 ngày", with its sign. */
function DaysLeft({ item }: { item: OpenItem }) {
  const days = item.days_left;
  if (item.dossier.pending === 'paused') return <span class="left"><Icon of={Pause} />{t('dayPaused')}</span>;
  if (days === null) return <span class="left">{t('dayNone')}</span>;
  if (days < 0) return <span class="left late"><Icon of={TriangleAlert} />{t('dayLate', { n: -days })}</span>;
  const soon = days === 0 || item.dossier.pending === 'near_due';
  return <span class={soon ? 'left soon' : 'left'}><Icon of={soon ? Clock : CircleCheck} />{days === 0 ? t('dayToday') : t('dayLeft', { n: days })}</span>;
}

/** What is to be done: sign, or issue what is signed. */
function NextStep({ item }: { item: OpenItem }) {
  return item.decision_signed ? <Tag tone="info" icon={Stamp}>{t('toIssue')}</Tag> : <Tag tone="warn" icon={PenLine}>{t('toSign')}</Tag>;
}

export const codeOf = (d: Summary): string => d.code ?? d.external_code ?? d.id;
const dueAt = (d: Summary): string => (d.legal_due_at ? `${dayMonth(d.legal_due_at)} ${hourMinute(d.legal_due_at)}` : '–');

type Props = { items: readonly OpenItem[]; list: string; caption: string; steps?: boolean };

export function DossierRows({ items, list, caption, steps = false }: Props) {
  return (
    <div class="scroll" tabIndex={-1}>
      <table class="rows" data-list={list}>
        <caption class="vh">{caption}</caption>
        <thead><tr><th scope="col">{t('colLeft')}</th><th scope="col">{t('code')}</th><th scope="col">{t('procedure')}</th><th scope="col">{t('applicant')}</th><th scope="col">{t('officer')}</th><th scope="col">{t('due')}</th><th scope="col">{t('state')}</th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.dossier.id}>
              <td><DaysLeft item={item} /></td>
              <th scope="row"><a data-row href={toDossier(item.dossier.id)}>{codeOf(item.dossier)}</a></th>
              <td>{item.dossier.procedure_name}</td>
              <td class="name">{item.dossier.applicant_name}</td>
              <td class="name">{item.dossier.officer?.name ?? t('nobody')}</td>
              <td class="when">{dueAt(item.dossier)}</td>
              <td class="word">{steps ? <NextStep item={item} /> : words.t(item.dossier.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
