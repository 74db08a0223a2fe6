import { effect } from '@preact/signals';
import { render } from 'preact';
import { beDevice, pairing } from '../../core/device';
import { language } from '../../core/i18n';
import { Paired } from '../../ui/Pairing';
import { Board } from './Board';
import { begin } from './store';
import '../../core/shell';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../ui/ui.css';
import './screen.css';

document.documentElement.lang = language.value;
let begun = false;
effect(() => {
  const paired = pairing.value === 'paired';
  document.documentElement.classList.toggle('on-wall', paired); // sizes follow the width of the wall
  if (paired && !begun) { begun = true; begin(); }
});
render(<Paired kind="board"><Board /></Paired>, document.getElementById('app')!);
void beDevice('board');
