/** Rates by field, procedure, officer, unit or month; every figure opens the dossiers behind it. */
import { count } from '../../core/format';
import { Dot, dotFrom } from '../../ui/charts/Dot';
import { Segmented } from '../../ui/Segmented';
import { rateText } from './Lede';
import { periodName, periodText } from './period';
import { go, overviewWith, toList } from './router';
import { by, onTime, period, WAYS, type By, type OnTimeRow } from './store';
import { t } from './texts';

const BY_NAMES = { field: 'byField', procedure: 'byProcedure', officer: 'byOfficer', unit: 'byUnit', month: 'byMonth' } as const;

export const COLUMNS = { carried_over: 'carried', received: 'received', early: 'early', on_time: 'onTime', late: 'lateDone', in_time: 'inTime', overdue: 'overdue', received_online: 'receivedOnline' } as const;
export type Column = keyof typeof COLUMNS;
const SHOWN: readonly Column[] = ['carried_over', 'received', 'early', 'on_time', 'late', 'in_time', 'overdue'];

const figure = (row: OnTimeRow, column: Column): number =>
  column === 'early' || column === 'on_time' || column === 'late' ? row.resolved[column] : column === 'in_time' || column === 'overdue' ? row.open[column] : row[column];

function Row({ row, all, from, way }: { row: OnTimeRow; all: number | null; from: number; way: By }) {
  const link = (column: Column) => {
    const n = figure(row, column);
    return n && (row.key !== null || row === onTime.value.data!.total) ? <a href={toList({ column, by: way, key: row.key, ten: row.key === null ? null : row.name, ky: periodText(period.value) })}>{count(n)}</a> : count(n);
  };
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {SHOWN.map((c) => <td class="r" key={c}>{link(c)}</td>)}
      <td class="r">{rateText(row.rate)} <small>{count(row.rate.numerator)}/{count(row.rate.denominator)}</small></td>
      <td class="dot-cell">{row.rate.value === null ? null : <Dot value={row.rate.value} all={all} from={from} />}</td>
    </tr>
  );
}

export function Rates() {
  const report = onTime.value.data!, all = report.total.rate.value, way = by.value, name = t(BY_NAMES[way]).toLowerCase();
  const from = dotFrom(report.rows.flatMap((r) => (r.rate.value === null ? [] : [r.rate.value])));
  return (
    <section aria-labelledby="rates">
      <header><h2 id="rates">{t('ratesHead', { by: name })}</h2><p>{periodName(period.value)}, {report.complete ? t('ended') : t('upToNow')}</p>
        <Segmented name="by" legend={t('by')} value={way} choices={WAYS.map((w) => ({ value: w, label: t(BY_NAMES[w]) }))} onChange={(w) => go(overviewWith({ theo: w }))} />
      </header>
      {report.rows.length === 0 ? <p class="fine">{t('ratesNone')}</p> : (
        <div class="scroll" role="group" aria-labelledby="rates" tabIndex={0}>
          <table class="rates">
            <caption class="vh">{t('dotSay', { rate: rateText(report.total.rate) })}</caption>
            <thead>
              <tr>
                <th scope="col">{t(BY_NAMES[way])}</th>{SHOWN.map((c) => <th scope="col" class="r" key={c}>{t(COLUMNS[c])}</th>)}
                <th scope="col" class="r">{t('rate')}<small>{t('numbers')}</small></th>
                <th scope="col"><span class="sc"><span>{from}%</span><span>{t('ofAll', { rate: rateText(report.total.rate) })}</span></span></th>
              </tr>
            </thead>
            <tbody>{report.rows.map((row) => <Row key={row.key ?? ''} row={row} all={all} from={from} way={way} />)}</tbody>
            <tfoot><Row row={report.total} all={all} from={from} way={way} /></tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
