/** The form at the side, whatever it belongs to: a draft's own (ask for papers, refuse) or an action of a dossier. */
import { ask } from '../store';
import { form } from './desk';
import { closeForm, submit } from './case';
import { receive } from './intake';
import { specOf, type Dossier } from './actions';
import type { Create } from './draft';
import { t } from './texts';

/** A draft has nothing of a dossier that a spec could ask about. */
export const NO_DOSSIER = { documents: [], fees: [], actions: [], state: 'arrived' } as unknown as Dossier;

export async function sendForm(): Promise<void> {
  const f = form.value;
  if (!f) return;
  if (f.dossier !== 'new') return submit();
  const spec = specOf(f.action)!;
  const yes = spec.asks ? await ask({ ...spec.asks, choices: [{ value: 'yes', label: spec.label, look: 'danger', key: '1' }, { value: 'cancel', label: t('back'), key: '2' }] }) : 'yes';
  if (yes !== 'yes') return;
  const body = spec.body(f.values, NO_DOSSIER);
  if (f.action === 'refuse') await receive({ intake: 'refuse', refusal: body as NonNullable<Create['refusal']> });
  else await receive({ intake: 'request_supplement', supplement: body as NonNullable<Create['supplement']> });
}
export { closeForm };
