import { Button } from '../../ui/Button';
import { sit } from './actions';
import { AccountButtons } from './Dialogs';
import { counters, loadQueue, serviceName } from './queue';
import { ask, deskless, me, type Counter } from './store';
import { Brand } from './TopBar';
import { t } from './texts';

export async function choose(c: Counter): Promise<void> {
  const other = c.officer && c.officer.account !== me.value?.account;
  if (other) {
    const answer = await ask({
      title: c.name, text: t('chooseTakenAsk', { name: c.officer!.name, counter: c.name }),
      choices: [{ value: 'take', label: t('chooseTake'), look: 'primary' }, { value: 'cancel', label: t('cancel') }],
    });
    if (answer !== 'take') return;
  }
  if (await sit(c, 'open')) await loadQueue();
}

/** Before the workbench: where does the person sit? One key, or none at all for dossier work. */
export function ChooseCounter() {
  const all = counters.value;
  return (
    <>
      <header class="top"><Brand /></header>
      <main class="choose" id="main" tabIndex={-1}>
        <h1>{t('chooseTitle')}</h1>
        <p>{all.length ? t('chooseText') : t('chooseEmpty')}</p>
        <ul class="choices">
          {all.map((c, i) => (
            <li key={c.counter}>
              <Button class="grow" {...(i < 9 ? { shortcut: String(i + 1) } : {})} onClick={() => choose(c)}>
                <span><b>{c.name}</b><small>{c.services.primary.map(serviceName).join(' · ')} – {c.officer ? t('chooseTaken', { name: c.officer.name }) : t('chooseFree')}</small></span>
              </Button>
            </li>
          ))}
        </ul>
        <div class="acts-row"><Button onClick={() => (deskless.value = true)}>{t('chooseNone')}</Button><AccountButtons /></div>
      </main>
    </>
  );
}
