/** Backups on the server: made now, verified by the server, downloaded in parts. */
import { Check, DatabaseBackup, Download, Hourglass, TriangleAlert } from 'lucide-static';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { api, keyed, type Schemas } from '../../core/api';
import { count, date, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { Tag } from '../../ui/Tag';
import { Confirm, Loaded, PageHead } from './parts';
import { load, personName, told, why, type Load } from './store';
import { t } from './texts';
import { useSave } from './useSave';

type Backup = Schemas['Backup'];
const MEGABYTE = 1 << 20, ASK_AGAIN_MS = 800;
const list = signal<Load<Backup[]>>({ data: null, failed: null, busy: false });
/** The backup that this page asked for, until it is known what came of it. */
const begun = signal<string | null>(null);
const loadBackups = () => load(list, async () => told(await api.GET('/backups')).items);
const size = (bytes: number): string => (bytes < MEGABYTE ? `${count(Math.ceil(bytes / 1024))} kB` : `${count(Math.round((bytes / MEGABYTE) * 10) / 10)} MB`);

/** What came of the backup that was begun; null: it goes on, or nobody knows yet. */
function outcome(): 'backupDone' | 'backupLost' | null {
  const { data } = list.value;
  if (begun.value === null || data === null) return null;
  const now = data.find((b) => b.backup === begun.value)?.state;
  return now === 'making' ? null : now === 'verified' ? 'backupDone' : 'backupLost';
}

/** Put the parts together and give them to the browser as one file. */
async function download(backup: Backup, said: (text: string) => void): Promise<void> {
  const parts: Blob[] = [];
  for (let part = 0; part < backup.parts; part++) {
    said(t('downloading', { n: part + 1, of: backup.parts }));
    const answer = await fetch(`/api/v1/backups/${backup.backup}/database?part=${part}`, { credentials: 'same-origin' });
    if (!answer.ok) throw await answer.json();
    parts.push(await answer.blob());
  }
  const whole = new Blob(parts, { type: 'application/vnd.sqlite3' });
  if (whole.size !== backup.bytes) throw new Error('size');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(whole);
  link.download = `motcua-${backup.backup}.db`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  said(t('downloaded', { name: link.download }));
}

export function BackupsPage() {
  const [said, setSaid] = useState(''), [lost, setLost] = useState(false), [asking, setAsking] = useState<Backup | null>(null);
  const { faults, busy, send } = useSave('main', () => '');
  const making = list.value.data?.some((b) => b.state === 'making') ?? false, waiting = making || begun.value !== null;
  useEffect(() => { void loadBackups(); }, []);
  useEffect(() => {
    if (!waiting) return;
    const again = setInterval(() => { if (!list.value.busy) void ask(); }, ASK_AGAIN_MS);
    return () => clearInterval(again);
  }, [waiting]);
  /** The list anew; it tells what came of the backup that was begun. */
  const ask = async () => {
    await loadBackups();
    const came = list.value.failed || list.value.busy ? null : outcome();
    if (came === null) return;
    begun.value = null;
    setLost(came === 'backupLost');
    setSaid(came === 'backupDone' ? t(came) : '');
  };
  const make = async () => {
    setLost(false);
    const answer = await send((key) => api.POST('/backups', { params: { header: keyed(key) } }));
    if (answer) {
      begun.value = answer.backup;
      setSaid(t('backupBegun'));
    }
    await ask();
  };
  const take = (backup: Backup) => {
    setAsking(null);
    void download(backup, setSaid).catch((error: unknown) => setSaid(why(error)));
  };
  return (
    <div class="page">
      <div class="list">
        <PageHead title={t('backups')} lead={t('backupsLead')}><Button look="strong" icon={DatabaseBackup} blocked={making ? t('backupMaking') : null} onClick={() => void make()}>{busy ? t('saving') : t('backupNow')}</Button></PageHead>
        {faults.map((f) => <p class="failed" role="alert" key={f.message}>{f.message}</p>)}
        {lost && <p class="failed" role="alert">{t('backupLost')}</p>}
        <p class="said" role="status">{making ? t('backupMaking') : said}</p>
        <Loaded of={list.value} again={ask}>{(all) => (all.length === 0 ? <p class="state">{t('noBackups')}</p> : <Rows all={all} onTake={setAsking} />)}</Loaded>
        <p class="hint">{t('backupsHint')}</p>
      </div>
      {asking && <Confirm title={t('downloadTitle')} text={t('downloadText')} action={t('download')} onNo={() => setAsking(null)} onYes={() => take(asking)} />}
    </div>
  );
}

function Rows({ all, onTake }: { all: readonly Backup[]; onTake: (backup: Backup) => void }) {
  return (
    <table class="rows">
      <thead><tr><th>{t('backup')}</th><th>{t('stateHead')}</th><th class="r">{t('size')}</th><th class="r">{t('logRows')}</th><th>{t('madeBy')}</th><th>{t('download')}</th></tr></thead>
      <tbody>{all.map((b) => (
        <tr key={b.backup}>
          <th scope="row">{b.begun_at ? `${hourMinute(b.begun_at)}, ${date(b.begun_at)}` : b.backup}<small>{b.backup}</small></th>
          <td>{b.state === 'verified' ? <Tag tone="ok" icon={Check}>{t('verified')}</Tag> : b.state === 'making' ? <Tag tone="info" icon={Hourglass}>{t('making')}</Tag> : <Tag tone="bad" icon={TriangleAlert}>{t('unfinished')}</Tag>}</td>
          <td class="r num">{b.bytes === null ? '–' : size(b.bytes)}</td>
          <td class="r num">{b.rows === null ? '–' : count(b.rows)}</td>
          <td>{b.made_by ? personName(b.made_by) : '–'}</td>
          <td>{b.parts > 0 ? <Button icon={Download} onClick={() => onTake(b)}>{t('download')}<span class="vh"> {b.backup}</span></Button> : '–'}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}
