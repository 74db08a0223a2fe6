import { language, setLanguage } from '../core/i18n';
import { t } from './texts';

/** To the other of the two languages, by its own name; kept for the next visit. */
export function LanguageSwitch() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return <button type="button" class="language" lang={other} onClick={() => setLanguage(other)}>{t('otherLanguage')}</button>;
}
