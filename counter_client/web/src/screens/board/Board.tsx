import { signal } from '@preact/signals';
import { Info, Settings as Cog, VolumeX, WifiOff } from 'lucide-static';
import { now, tick } from '../../core/clock';
import { date, hourMinute, weekday } from '../../core/format';
import { me } from '../../core/session';
import { Icon } from '../../ui/Icon';
import { TrainingBand } from '../../ui/TrainingBand';
import { Calls } from './Calls';
import { settings } from './settings';
import { cutAt, queue, voice } from './store';
import { t } from './texts';
import { Waiting } from './Waiting';

/** A wall has no pointer: the link to the settings shows while somebody moves one or uses the keys. */
const touched = signal(false);
let hide: ReturnType<typeof setTimeout> | undefined;
function touch(): void {
  touched.value = true;
  clearTimeout(hide);
  hide = setTimeout(() => (touched.value = false), 8000);
}
addEventListener('pointermove', touch);
addEventListener('keydown', touch);

function Head() {
  void tick.value;
  const at = now();
  return (
    <header class="t">
      <span class="mark" aria-hidden="true" />
      <h1>{me.value?.centre.name}</h1>
      <time><span>{weekday(at)} {date(at)}</span><b>{hourMinute(at)}</b></time>
    </header>
  );
}

/** What is wrong, or what people ask most. */
function Notice() {
  if (cutAt.value !== null) return <p role="alert"><Icon of={WifiOff} />{t('cut', { at: hourMinute(cutAt.value) })}</p>;
  if (voice.blocked.value && settings.value.voice.length)
    return <><p role="status"><Icon of={VolumeX} />{t('blocked')}</p><button type="button" class="btn sound" onClick={() => void voice.unblock()}>{t('unblock')}</button></>;
  return <><p><Icon of={Info} />{t('missed')}</p><p class="site">{queue.value?.site_name}</p></>;
}

export function Board() {
  const cut = cutAt.value !== null;
  return (
    <div class={cut ? 'wall is-cut' : 'wall'}>
      <TrainingBand />
      <Head />
      <Calls />
      <Waiting />
      <footer class={cut ? 'n cut' : 'n'}>
        <Notice />
        <a class={`btn cog${touched.value ? '' : ' idle'}`} aria-label={t('settings')} href={`/board-settings${location.search}`}><Icon of={Cog} /></a>
      </footer>
    </div>
  );
}
