import { render } from 'preact';
import '../../core/shell';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../ui/ui.css';
import './screen.css';
import { followBrowser } from '../../core/browser-language';
import { ScanDesk } from './ScanDesk';

followBrowser();
render(<ScanDesk />, document.getElementById('app')!);
