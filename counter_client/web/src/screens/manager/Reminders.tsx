/** What the office reminds this person of, and that he has taken note. Nothing is shown while there is nothing. */
import { signal } from '@preact/signals';
import { BellRing } from 'lucide-static';
import { api, isAway, keyed, saying, type Problem, type Schemas } from '../../core/api';
import { dayMonth, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { codeOf } from './DossierRows';
import { toDossier } from './router';
import { loadReminders, reminders } from './store';
import { reminded, t } from './texts';

type Reminder = Schemas['Reminder'];
const refused = signal<string | null>(null);

async function takeNote(reminder: Reminder): Promise<void> {
  refused.value = null;
  try {
    const { error } = await api.POST('/reminders/{reminder}/acknowledge', { params: { path: { reminder: reminder.id }, header: keyed() }, body: {} });
    if (error) refused.value = saying(error as Problem);
  } catch (error) {
    if (!isAway(error)) throw error;
    refused.value = t('away');
  }
  await loadReminders();
}

function Row({ reminder }: { reminder: Reminder }) {
  const { dossier } = reminder, code = codeOf(dossier);
  return (
    <tr>
      <td><span class={reminder.kind === 'near_due' ? 'left soon' : 'left late'}><Icon of={BellRing} />{reminded.t(reminder.kind)}</span></td>
      <th scope="row"><a data-row href={toDossier(dossier.id)}>{code}</a></th>
      <td>{dossier.procedure_name}</td>
      <td class="name">{dossier.officer?.name ?? t('nobody')}</td>
      <td class="when">{dayMonth(reminder.made_at)} {hourMinute(reminder.made_at)}</td>
      <td><Button onClick={() => void takeNote(reminder)}>{t('noted')}<span class="vh"> {code}</span></Button></td>
    </tr>
  );
}

export function Reminders() {
  const items = reminders.value.data ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="reminders">
      <header><h2 id="reminders">{t('remindHead')}</h2><p>{t('remindSub')}</p></header>
      {refused.value && <p role="alert">{refused.value}</p>}
      <div class="scroll" tabIndex={-1}>
        <table class="rows" data-list="reminders">
          <caption class="vh">{t('remindHead')}</caption>
          <thead><tr><th scope="col">{t('remindWhat')}</th><th scope="col">{t('code')}</th><th scope="col">{t('procedure')}</th><th scope="col">{t('officer')}</th><th scope="col">{t('remindAt')}</th><th scope="col"><span class="vh">{t('noted')}</span></th></tr></thead>
          <tbody>{items.map((r) => <Row key={r.id} reminder={r} />)}</tbody>
        </table>
      </div>
    </section>
  );
}
