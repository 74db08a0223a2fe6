// A month played over the ordinary API, to stand still at 16:50 on its last working day, 31 March 2026:
//
//     late     2   one since the 23rd (six working days), one since the 30th
//     today    6   due at the end of this day: four to be signed, two signed and to be issued
//     paused   1   waits for papers
//     in time  7   due later
//     settled 10   in March: 6 early, 3 on the day, 1 late
//
// and a day at three counters, whose visitors say how it was. All names are those of the sample centre, or "Người mẫu".
import { openOffice } from './office.mjs';

const HANDLER = { VP_HDND_UBND: 'thuly1', P_KT: 'thuly2', P_VHXH: 'thuly3' };
const CHILD = '1.003583', SINGLE = '1.004873', SHOP = '1.001612', WELFARE = '1.001776', LAND = '1.013978'; // 5, 3, 3, 10, 30 working days

class Played {
  constructor(office) { Object.assign(this, { office, people: {}, papers: {}, numbers: 0, names: 0 }); }

  async who(name) { return (this.people[name] ??= await this.office.as(name)); }
  at(day, time = '08:00:00') { return this.office.clock(`2026-03-${day}T${time}+07:00`); }

  /** Accepted by reception, handed over and confirmed. */
  async open(procedure, more = {}) {
    const desk = await this.who('tiepnhan1'), known = (this.papers[procedure] ??= await desk.get(`/procedures/${procedure}`));
    const documents = known.documents.filter((d) => d.required).map((d) => ({ row: d.row, name: d.name, form: d.form, originals: 1, copies: 0, scan: { file: `trang-${d.row}.pdf` } }));
    const applicant = { kind: 'citizen', full_name: `Người mẫu số ${++this.names}`, personal_id: '006190012345', birth_date: '1990-08-15', sex: 'female', phone: '0912 345 678', address: 'Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên', identity_document: 'card' };
    const made = await desk.post('/dossiers', { procedure, applicant, channel: 'counter', documents, result_delivery: 'counter', intake: 'accept', ...more });
    const account = HANDLER[known.unit], given = await desk.post(`/dossiers/${made.id}/hand-over`, { account }, made.version);
    return (await this.who(account)).post(`/dossiers/${made.id}/confirm`, {}, given.version);
  }

  async sign(dossier) { return (await this.who('lanhdao')).post(`/dossiers/${dossier.id}/sign`, { outcome: 'approved', title: 'Kết quả mẫu' }, dossier.version); }
  async settle(dossier) {
    const signed = await this.sign(dossier);
    return (await this.who('vanthu')).post(`/dossiers/${dossier.id}/issue-result`, { number: `${++this.numbers}/2026` }, signed.version);
  }

  async many(n, procedure, more) { const all = []; for (let i = 0; i < n; i++) all.push(await this.open(procedure, more)); return all; }
}

/** Tickets through a day: issued, called and served by three counters, one does not come, some still wait. */
async function playQueue(played) {
  const giver = await played.who('phatso'), day = '31';
  const all = (await giver.get('/counters')).items, site = all.map((c) => c.site).find((s) => all.filter((c) => c.site === s).length >= 3);
  const counters = all.filter((c) => c.site === site).slice(0, 3);
  const services = counters.map((c) => c.services.primary[0]);
  const clerks = await Promise.all(['tiepnhan1', 'tiepnhan2', 'tiepnhan3'].map((a) => played.who(a)));
  await played.at(day, '07:30:00');
  for (const [i, c] of counters.entries()) await clerks[i].put(`/counters/${c.counter}`, { state: 'open' });
  const stamp = (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
  let minute = 7 * 60 + 31, n = 0;
  const served = [], tokens = {}, visitor = await played.office.as();
  const serve = async (i, after, came = true) => {
    await played.at(day, stamp(minute += after));
    const { ticket } = await clerks[i].post(`/counters/${counters[i].counter}/call-next`, {});
    if (!ticket) return;
    if (!came) return clerks[i].post(`/tickets/${ticket.id}/no-show`, {});
    await clerks[i].post(`/tickets/${ticket.id}/start`, {});
    await played.at(day, stamp(minute += 3));
    await clerks[i].post(`/tickets/${ticket.id}/finish`, {});
    served.push(ticket.id);
  };
  for (const size of [4, 7, 6, 4, 2, 4, 5, 4]) {
    await played.at(day, stamp(minute));
    for (let k = 0; k < size; k++) {
      const made = await giver.post('/tickets', { site, service: services[n++ % 3], class: 'P0' });
      tokens[made.id] = made.track_token;
    }
    for (let k = 0; k < size; k++) await serve((n - size + k) % 3, 1 + (k % 2), n - size + k !== 7);
    minute += 25;
    if (minute > 11 * 60 && minute < 13 * 60) minute = 13 * 60; // lunch
  }
  for (const [i, id] of served.entries()) { // levels 5 5 4 2 and again
    const level = [5, 5, 4, 2][i % 4];
    await visitor.post(`/public/tickets/${tokens[id]}/rating`, { level, ...(level < 3 ? { reasons: ['access'] } : {}) });
  }
  await played.at(day, '16:20:00');
  for (let k = 0; k < 4; k++) await giver.post('/tickets', { site, service: services[k % 3], class: 'P0' });
  await played.at(day, '16:31:00');
  const called = (await clerks[0].post(`/counters/${counters[0].counter}/call-next`, {})).ticket;
  await clerks[0].post(`/tickets/${called.id}/start`, {});
  await clerks[2].put(`/counters/${counters[2].counter}`, { state: 'paused' });
}

/** The office at 16:50 on 31 March, and the dossiers by what they are. */
export async function monthEnd({ queue = true } = {}) {
  const office = await openOffice({ clock: '2026-03-02T07:30:00+07:00' });
  try {
    const played = new Played(office), all = { late: [], today: [], signed: [], paused: [], inTime: [] };
    await played.at('09');
    all.inTime.push(...await played.many(2, LAND));
    const welfare = await played.many(3, WELFARE);                                    // due the 23rd
    await played.at('16');
    const first = await played.many(4, CHILD, { channel: 'online' });                 // due the 23rd
    const second = await played.many(3, CHILD);
    await played.at('18');
    for (const d of [welfare[0], welfare[1], ...first]) await played.settle(d);       // six early
    await played.at('23', '16:00:00');
    for (const d of second.slice(0, 2)) await played.settle(d);                       // two on the day
    all.late.push(welfare[2]);
    await played.at('24');
    await played.settle(second[2]);                                                   // one late
    all.today.push(...await played.many(2, CHILD));                                   // due the 31st
    all.signed.push(...await played.many(2, CHILD));
    const [waiting] = await played.many(1, CHILD);
    all.paused.push(await (await played.who('ldphong1')).post(`/dossiers/${waiting.id}/request-supplement`, { items: ['Bản sao mẫu'], reason: 'Hồ sơ thiếu giấy tờ' }, waiting.version));
    await played.at('25');
    all.late.push(...await played.many(1, SINGLE));                                   // due the 30th
    await played.at('26');
    all.today.push(...await played.many(1, SINGLE), ...await played.many(1, SHOP));   // due the 31st
    const [quick] = await played.many(1, SHOP);
    await played.at('30', '10:00:00');
    all.inTime.push(...await played.many(3, WELFARE), ...await played.many(1, CHILD), ...await played.many(1, SHOP));
    if (queue) await playQueue(played);
    await played.at('31', '16:35:00');
    await played.settle(quick);                                                       // on the day
    for (const d of all.signed) await played.sign(d);
    await played.at('31', '16:50:00');
    return { office, played, all };
  } catch (error) {
    await office.close();
    throw error;
  }
}
