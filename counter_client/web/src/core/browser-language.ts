/** The first language of a screen that a person uses at a desk. A hall's screens stay Vietnamese, whatever their system was installed in. */
import { language, STORED } from './i18n';

/** English where nobody has chosen and the browser reads English and no Vietnamese. */
export function followBrowser(): void {
  if (new URLSearchParams(location.search).has('lang') || localStorage.getItem(STORED)) return;
  const read = navigator.languages.map((l) => l.slice(0, 2));
  if (read.includes('en') && !read.includes('vi')) language.value = 'en';
}
