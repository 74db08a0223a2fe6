import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { api, type Schemas } from '../../core/api';
import { beDevice, pairing } from '../../core/device';
import { language } from '../../core/i18n';
import { Paired } from '../../ui/Pairing';
import { Form } from './Form';
import { t } from './texts';
import '../../core/shell';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../ui/ui.css';
import './screen.css';

const counters = signal<readonly Schemas['QueueCounter'][] | null>(null);
const site = new URLSearchParams(location.search).get('site');
/** Back to the board that asked, which reads what was saved. */
const back = (): void => location.assign(`/board${location.search}`);

async function load(): Promise<void> {
  const { data } = await api.GET('/queue', { params: { query: site ? { site } : {} } });
  counters.value = data?.items[0]?.counters ?? [];
}

function Page() {
  return (
    <main class="settings">
      <h1>{t('settings')}</h1>
      <p>{t('here')}</p>
      {counters.value ? <Form counters={counters.value} onEnd={back} /> : <p role="status">{t('loading')}</p>}
    </main>
  );
}

document.documentElement.lang = language.value;
effect(() => { if (pairing.value === 'paired') void load(); });
render(<Paired kind="board"><Page /></Paired>, document.getElementById('app')!);
void beDevice('board');
