import { render } from 'preact';
import '../../core/shell';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../ui/ui.css';
import './screen.css';
import { Admin } from './Admin';

render(<Admin />, document.getElementById('app')!);
