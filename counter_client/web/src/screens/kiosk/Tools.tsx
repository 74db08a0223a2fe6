import { ALargeSmall, ArrowDownToLine, HandHelping, Languages, Volume2 } from 'lucide-static';
import { language, setLanguage } from '../../core/i18n';
import { Icon } from '../../ui/Icon';
import { callHelp } from './help';
import { readAloud, voice } from './say';
import { large, low } from './store';
import { t } from './texts';

const otherLanguage = (): void => setLanguage(language.value === 'vi' ? 'en' : 'vi', false);

/** On every page, at the same place. Screens R24. */
export function Tools() {
  return (
    <>
      <p class="no-voice" role="status">{voice.value === 'none' && t('noVoice')}</p>
      <div class="tools" role="group" aria-label={t('tools')}>
        <button type="button" aria-pressed={voice.value === 'speaking'} onClick={() => void readAloud()}><Icon of={Volume2} />{voice.value === 'speaking' ? t('reading') : t('read')}</button>
        <button type="button" aria-pressed={large.value} onClick={() => { large.value = !large.value; }}><Icon of={ALargeSmall} />{large.value ? t('normal') : t('large')}</button>
        <button type="button" aria-pressed={low.value} onClick={() => { low.value = !low.value; }}><Icon of={ArrowDownToLine} />{low.value ? t('high') : t('low')}</button>
        <button type="button" lang={language.value === 'vi' ? 'en' : 'vi'} onClick={otherLanguage}><Icon of={Languages} />{t('other')}</button>
        <button type="button" class="help" onClick={() => void callHelp()}><Icon of={HandHelping} />{t('help')}</button>
      </div>
    </>
  );
}
