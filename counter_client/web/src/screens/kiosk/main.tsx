import { effect } from '@preact/signals';
import { render } from 'preact';
import { beDevice, pairing } from '../../core/device';
import { language } from '../../core/i18n';
import { loadQr } from '../../core/qr-later';
import { listenScanner } from '../../core/scan';
import { Paired } from '../../ui/Pairing';
import { KioskScreen } from './Kiosk';
import { watchIdle } from './idle';
import { begin, large, low } from './store';
import { resume, scanned } from './take';
import '../../core/shell';
import '../../styles/tokens.css';
import '../../styles/base.css';
import './screen.css';

let begun = false;
effect(() => {
  const paired = pairing.value === 'paired', { classList } = document.documentElement;
  classList.toggle('at-kiosk', paired); // sizes follow the screen
  classList.toggle('large', large.value);
  classList.toggle('low', low.value);
  document.documentElement.lang = language.value;
  if (paired && !begun) {
    begun = true;
    begin();
    watchIdle();
    listenScanner(scanned);
    resume();
    void loadQr();
  }
});
addEventListener('contextmenu', (e) => e.preventDefault()); // a long touch is no menu
render(<Paired kind="kiosk"><KioskScreen /></Paired>, document.getElementById('app')!);
void beDevice('kiosk');
