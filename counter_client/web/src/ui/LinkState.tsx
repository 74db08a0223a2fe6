import { Wifi, WifiOff } from 'lucide-static';
import { hourMinute } from '../core/format';
import { link } from '../core/live';
import { Icon } from './Icon';
import { t } from './texts';

/** Online, or since when not. Silent for screen readers: each screen says a cut in its own status line. */
export function LinkState() {
  const { online, since } = link.value;
  return online || since === null
    ? <span class="link-state"><Icon of={Wifi} />{t('connected')}</span>
    : <span class="link-state cut"><Icon of={WifiOff} />{t('cutSince', { at: hourMinute(since) })}</span>;
}
