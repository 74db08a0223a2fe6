import { HandHelping } from 'lucide-static';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { help, helpOpen } from './help';
import { t } from './texts';

const close = (): void => { helpOpen.value = false; };

/** What became of the call for help. */
export function HelpPanel() {
  if (!helpOpen.value) return null;
  const state = help.value;
  const [title, text] = state === 'sent' ? [t('helpSent'), t('helpHow')] : state === 'coming' ? [t('helpComing'), t('helpComingHow')]
    : state === 'away' ? [t('helpAway'), t('helpAwayHow')] : [t('helpSending'), ''];
  return (
    <Dialog title={title} onClose={close} class={`ask help-${state}`}>
      <Icon of={HandHelping} />
      <p role="status">{text}</p>
      <button type="button" class="big" onClick={close}>{t('close')}</button>
    </Dialog>
  );
}
