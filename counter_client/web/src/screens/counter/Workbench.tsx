import { useEffect } from 'preact/hooks';
import { listenScanner } from '../../core/scan';
import { Bars } from './Bars';
import { Dialogs } from './Dialogs';
import { dossierHalf } from './dossier';
import { Foot, Said } from './Foot';
import { QueuePane } from './QueuePane';
import { start } from './actions';
import { counter, current, readOnly, view } from './store';
import { TopBar } from './TopBar';
import { t } from './texts';

/** A scan is for the dossier; whoever was called has come, so the service begins with it. */
function scanned(text: string): void {
  if (dossierHalf.onScan(text) && current.value?.state === 'called' && !readOnly.value) void start();
}

/** The whole screen of a working day: queue, dossier, promise. Officers of a unit have no queue. */
export function Workbench() {
  useEffect(() => listenScanner(scanned), []);
  const { DossierPane, DuePane, MyDossiers, ReturnPane } = dossierHalf;
  const work = view.value === 'work', queue = counter.value !== null;
  return (
    <>
      <a class="skip" href="#main">{t('skip')}</a>
      <TopBar />
      <Bars />
      <div class={['panes', queue ? '' : 'no-queue', work ? '' : 'no-side'].filter(Boolean).join(' ')}>
        {queue && <QueuePane />}
        <main class="main" id="main" tabIndex={-1}>
          <h1 class="vh">{counter.value?.name ?? t('tabDossier')}</h1>
          {work ? <DossierPane /> : view.value === 'mine' ? <MyDossiers /> : <ReturnPane />}
        </main>
        {work && <DuePane />}
      </div>
      <Said />
      <Foot />
      <Dialogs />
    </>
  );
}
