// The first page: take a ticket, the lobby board, today's queue, live. No build step, no library.
"use strict";

const texts = {
  vi: {
    other: "English", take: "Lấy số", board: "Bảng gọi số", today: "Hàng đợi hôm nay", account: "Tài khoản",
    password: "Mật khẩu", signIn: "Đăng nhập", signOut: "Đăng xuất", live: "Trực tiếp", connecting: "Đang kết nối…",
    offline: "Mất kết nối từ", polling: "Cập nhật 5 giây một lần", waiting: "người chờ", people: "Đang chờ", waitHead: "Dự kiến chờ", wait: "dự kiến", minutes: "phút",
    unknown: "chưa đủ dữ liệu", closed: "đang đóng", yourNumber: "Số thứ tự của quý khách", again: "Lấy số khác",
    paper: "Mở phiếu in (PDF)", nobody: "Chưa có ai được gọi", nothing: "Hôm nay chưa có phiếu nào", number: "Số",
    service: "Nhóm thủ tục", state: "Trạng thái", counter: "Quầy", issued: "Lấy lúc", called: "Gọi lúc",
    priority: "Ưu tiên", classLabel: "Đối tượng", earlier: "Đã gọi", site: "Điểm tiếp nhận",
    goTo: "Mời đến", signInFirst: "Đăng nhập để lấy số và xem hàng đợi", ahead: "người trước quý khách", follow: "Theo dõi số",
    notFound: "Không tìm thấy: hãy kiểm tra lại mã", promised: "Hẹn trả", accepted: "Tiếp nhận", asked: "Cần bổ sung",
    classes: { P0: "Thông thường", P1: "Cấp cứu, việc gấp", P2: "Người khuyết tật, người có công", P3: "Mang thai, có con nhỏ", P4: "Người cao tuổi", P5: "Trẻ em", P7: "Ở xa, cần phiên dịch" },
    states: { waiting: "đang chờ", called: "đã gọi", serving: "đang phục vụ", parked: "tạm gác", done: "xong", no_show: "vắng", cancelled: "đã hủy" },
  },
  en: {
    other: "Tiếng Việt", take: "Take a ticket", board: "Lobby board", today: "Today's queue", account: "Account",
    password: "Password", signIn: "Sign in", signOut: "Sign out", live: "Live", connecting: "Connecting…",
    offline: "Offline since", polling: "Updated every 5 seconds", waiting: "waiting", people: "Waiting", waitHead: "Expected wait", wait: "about", minutes: "min",
    unknown: "not enough data yet", closed: "closed", yourNumber: "Your number", again: "Take another",
    paper: "Open the paper (PDF)", nobody: "Nobody has been called yet", nothing: "No ticket yet today", number: "Number",
    service: "Service", state: "State", counter: "Counter", issued: "Taken", called: "Called",
    priority: "Priority", classLabel: "Who", earlier: "Called before", site: "Site",
    goTo: "Please go to", signInFirst: "Sign in to take tickets and see the queue", ahead: "people before you", follow: "Follow a number",
    notFound: "Not found: check the code", promised: "Promised", accepted: "Accepted", asked: "Still asked for",
    classes: { P0: "Ordinary", P1: "Urgent", P2: "Severely disabled, merit", P3: "Pregnant, small child", P4: "Elderly", P5: "Child", P7: "From far, interpreter" },
    states: { waiting: "waiting", called: "called", serving: "being served", parked: "set aside", done: "done", no_show: "no-show", cancelled: "cancelled" },
  },
};

const state = {
  language: localStorage.getItem("language") || "vi", tab: "board", me: null, queues: [], site: localStorage.getItem("site") || "", tickets: [],
  taken: null, since: null, stream: null, chosenClass: "P0", followed: undefined, newest: "",
};
const t = (key) => texts[state.language][key];
const byId = (id) => document.getElementById(id);

// Make an element: make("p", { class: "x" }, "text", child...). Text never becomes HTML.
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// UUIDv7: keys in order of time.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let i = 5; i >= 0; i--) { bytes[i] = now % 256; now = Math.floor(now / 256); }
  bytes[6] = (bytes[6] & 15) | 112;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function ask(method, path, body, key) {
  const headers = { "Accept-Language": state.language };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  const answer = await fetch("/api/v1" + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const json = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw Object.assign(new Error(json.title), { status: answer.status, code: json.code });
  return json;
}

function say(text) {
  const message = byId("message");
  message.textContent = text || "";
  message.hidden = !text;
}

const clockText = (text) => (text ? text.slice(11, 16) : "");
const nameOf = (service) => (state.language === "en" && service.name_en) || service.name;
const queue = () => state.queues.find((q) => q.site === state.site) || state.queues[0];

function waitText(service) {
  if (!service.wait_estimate) return t("unknown");
  const [low, high] = [service.wait_estimate.low_s, service.wait_estimate.high_s].map((seconds) => Math.ceil(seconds / 60));
  return `${low === high ? low : `${low}–${high}`} ${t("minutes")}`;
}

// ---- the three views ---------------------------------------------------------------------------
function viewTake() {
  if (!state.me) return viewSignIn();
  if (state.taken) return viewTaken();
  const mayChoose = state.me.roles.some((role) => ["PHAT_SO", "TIEP_NHAN", "GD_TT"].includes(role));
  const services = (queue() ? queue().services : []).map((service) => make("button", {
    class: "service", type: "button", disabled: service.state === "closed", onclick: () => take(service.service),
  }, make("b", {}, service.service), make("strong", {}, nameOf(service)),
  make("span", {}, service.state === "closed" ? t("closed") : `${service.waiting} ${t("waiting")} · ${service.wait_estimate ? `${t("wait")} ` : ""}${waitText(service)}`)));
  const who = make("select", { onchange: (event) => { state.chosenClass = event.target.value; event.target.blur(); } },
    ...Object.entries(t("classes")).map(([code, words]) => make("option", { value: code, selected: code === state.chosenClass }, words)));
  return [make("h2", {}, t("take")), mayChoose ? make("p", {}, make("label", {}, t("classLabel"), who)) : null,
    make("div", { class: "services" }, ...services)];
}

function viewTaken() {
  const ticket = state.taken;
  return [make("div", { class: "taken" }, make("span", {}, t("yourNumber")), make("span", { class: "number" }, ticket.number),
    ticket.print_job ? make("a", { href: `/api/v1/print-jobs/${ticket.print_job}/document`, target: "_blank", rel: "noopener" }, t("paper")) : null,
    make("button", { class: "primary", type: "button", onclick: () => { state.taken = null; draw(); } }, t("again")))];
}

function viewBoard() {
  const now = queue();
  const [newest, ...earlier] = now ? now.calls : [];
  const isNew = newest && state.newest !== newest.number + newest.at;
  if (newest) state.newest = newest.number + newest.at;
  const call = newest
    ? make("div", { class: isNew ? "call new" : "call", "aria-live": "polite" }, make("span", { class: "number" }, newest.number),
      make("p", {}, `${t("goTo")} ${newest.counter_name}`))
    : make("div", { class: "call" }, make("p", {}, t("nobody")));
  return [make("div", { class: "board" },
    make("div", {}, call, make("h2", {}, t("earlier")),
      make("ol", { class: "earlier" }, ...earlier.slice(0, 4).map((c) => make("li", {}, make("span", {}, c.number, c.priority ? " ★" : ""), make("span", {}, c.counter_name))))),
    make("table", {}, make("thead", {}, make("tr", {}, make("th", {}, t("service")), make("th", {}, t("people")), make("th", {}, t("waitHead")))),
      make("tbody", {}, ...(now ? now.services : []).map((s) => make("tr", {}, make("td", {}, `${s.service} · ${nameOf(s)}`), make("td", { class: "n" }, String(s.waiting)),
        make("td", {}, s.state === "closed" ? t("closed") : waitText(s)))))))];
}

function viewToday() {
  if (!state.me) return viewSignIn();
  if (!state.tickets.length) return [make("h2", {}, t("today")), make("p", { class: "empty" }, t("nothing"))];
  const head = ["number", "service", "state", "counter", "issued", "called"];
  return [make("h2", {}, t("today")), make("table", {}, make("thead", {}, make("tr", {}, ...head.map((key) => make("th", { scope: "col" }, t(key))))),
    make("tbody", {}, ...[...state.tickets].reverse().map((ticket) => make("tr", {}, make("td", { class: "n" }, ticket.number,
      ticket.class && ticket.class !== "P0" ? make("span", { class: "mark-priority", title: t("priority") }, " ★") : null),
    make("td", {}, ticket.service), make("td", {}, make("span", { class: `state ${ticket.state}` }, texts[state.language].states[ticket.state])),
    make("td", {}, ticket.counter || ""), make("td", {}, clockText(ticket.issued_at)), make("td", {}, clockText(ticket.called_at))))))];
}

function viewSignIn() {
  const account = make("input", { name: "account", autocomplete: "username", required: true });
  const password = make("input", { name: "password", type: "password", autocomplete: "current-password", required: true });
  return [make("h2", {}, t("signInFirst")), make("form", { onsubmit: (event) => { event.preventDefault(); signIn(account.value, password.value); } },
    make("label", {}, t("account"), account), make("label", {}, t("password"), password),
    make("button", { class: "primary", type: "submit" }, t("signIn")))];
}

// A citizen followed the QR code of a ticket: /t/<token>.
function viewFollowed() {
  const ticket = state.followed;
  if (ticket && ticket.code) return viewDossier(ticket);
  if (!ticket) return [make("p", { class: "empty" }, t("notFound"))];
  return [make("div", { class: "taken" }, make("span", {}, `${ticket.site_name} · ${ticket.service_name}`), make("span", { class: "number" }, ticket.number),
    make("span", { class: `state ${ticket.state}` }, texts[state.language].states[ticket.state]),
    ticket.counter_name && ticket.state !== "waiting" ? make("strong", {}, `${t("goTo")} ${ticket.counter_name}`) : null,
    ticket.ahead === null ? null : make("span", {}, `${ticket.ahead} ${t("ahead")}`),
    ticket.state === "waiting" ? make("span", {}, `${t("waitHead")}: ${waitText(ticket)}`) : null)];
}

// ... or of a receipt: /hs/<code>?secret=<letters>.
function viewDossier(dossier) {
  const day = (text) => (text ? `${text.slice(11, 16)} ${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}` : "–");
  return [make("div", { class: "taken" }, make("strong", {}, dossier.code), make("span", {}, dossier.procedure_name), make("span", {}, dossier.applicant_name),
    make("span", { class: "state" }, dossier.status_text), make("span", {}, `${t("accepted")}: ${day(dossier.accepted_at)}`),
    make("strong", {}, `${t("promised")}: ${day(dossier.promised_at)}`),
    dossier.supplement.length ? make("div", {}, make("strong", {}, t("asked")), ...dossier.supplement.map((item) => make("p", {}, item))) : null)];
}

// Which site is looked at; a choice where the centre has several.
function drawSite() {
  const now = queue();
  byId("clock").textContent = now ? clockText(now.at) : "";
  if (state.queues.length < 2) return byId("site").replaceChildren(now ? now.site_name : "");
  if (document.activeElement && document.activeElement.id === "choose-site") return undefined; // it is open
  const chosen = (event) => {
    state.site = event.target.value;
    localStorage.setItem("site", state.site);
    event.target.blur();
    refresh();
  };
  return byId("site").replaceChildren(make("select", { id: "choose-site", "aria-label": t("site"), onchange: chosen },
    ...state.queues.map((q) => make("option", { value: q.site, selected: q.site === now.site }, q.site_name))));
}

const views = { take: viewTake, board: viewBoard, today: viewToday };

function draw() {
  const following = state.followed !== undefined;
  const focused = document.activeElement ? document.activeElement.tagName : "";
  const typing = (focused === "INPUT" && !state.me) || (focused === "SELECT" && byId("main").contains(document.activeElement));
  document.documentElement.lang = state.language;
  byId("language").textContent = t("other");
  byId("sign-out").textContent = t("signOut");
  byId("sign-out").hidden = !state.me;
  if (!following) drawSite();
  byId("tabs").hidden = following;
  byId("tabs").replaceChildren(...Object.keys(views).map((tab) => make("button", { type: "button", "aria-current": state.tab === tab ? "page" : undefined,
    onclick: () => { state.tab = tab; say(""); draw(); } }, t(tab))));
  if (following || !typing) byId("main").replaceChildren(...(following ? viewFollowed() : views[state.tab]()).filter(Boolean));
}

function drawLink(text, off) {
  byId("link").textContent = text;
  byId("link").className = off ? "link off" : "link";
}

function drawOffline() {
  if (!state.since) state.since = new Date();
  drawLink(`${t("offline")} ${state.since.toLocaleTimeString(state.language)}`, true);
}

// ---- what happens ------------------------------------------------------------------------------
async function take(service) {
  try {
    state.taken = await ask("POST", "/tickets", { site: queue().site, service, class: state.chosenClass }, newKey());
    state.chosenClass = "P0";
    say("");
  } catch (problem) { say(problem.message); }
  draw();
}

async function signIn(account, password) {
  try {
    await ask("POST", "/session", { account, password });
    say("");
    await start();
  } catch (problem) { say(problem.message); }
}

async function refresh() {
  const path = state.me ? "/queue" : "/public/waiting";
  try {
    state.queues = (await ask("GET", path)).items;
    if (state.queues.length && !state.queues.some((q) => q.site === state.site)) state.site = (state.queues.find((q) => q.calls.length || q.services.some((s) => s.waiting)) || state.queues[0]).site;
    if (state.me) state.tickets = (await ask("GET", `/tickets?site=${encodeURIComponent(state.site)}&limit=500`)).items;
    state.since = null;
    if (!state.me) drawLink(t("polling"), false);
  } catch (problem) {
    if (problem.status === 401) return signedOut();
    drawOffline();
  }
  draw();
}

// Many events in a burst make one refresh.
let refreshing = 0;
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, 120);
}

function listen() {
  const stream = new EventSource("/api/v1/events?topics=queue");
  const kinds = ["ticket_issued", "ticket_called", "ticket_recalled", "ticket_started", "ticket_finished", "ticket_no_show", "ticket_parked",
    "ticket_returned", "ticket_transferred", "ticket_came_back", "ticket_cancelled", "ticket_closed", "counter_changed", "queue_day_begun", "snapshot"];
  for (const kind of kinds) stream.addEventListener(kind, refreshSoon);
  stream.addEventListener("heartbeat", (event) => { byId("clock").textContent = clockText(JSON.parse(event.data).at); });
  stream.onopen = () => { state.since = null; drawLink(t("live"), false); };
  stream.onerror = () => {
    drawOffline();
    if (stream.readyState === EventSource.CLOSED) setTimeout(start, 3000);
  };
  state.stream = stream;
}

function signedOut() {
  if (state.stream) state.stream.close();
  state.stream = state.me = null;
  state.tickets = [];
  draw();
}

async function start() {
  try {
    state.me = await ask("GET", "/me");
    byId("centre").textContent = state.me.centre.name;
    byId("training").hidden = !state.me.centre.training;
    if (state.me.site) state.site = state.me.site;
  } catch { state.me = null; }
  if (state.stream) state.stream.close();
  state.stream = null;
  if (state.me) listen();
  await refresh();
}

async function follow(path) {
  try {
    state.followed = await ask("GET", path);
    state.since = null;
  } catch (problem) {
    if (problem.status === 404) state.followed = null; // the server has answered: no such code
    else if (!state.since) state.since = new Date();
  }
  if (state.since) drawOffline(); else drawLink(t("polling"), false);
  draw();
}

byId("language").addEventListener("click", () => {
  state.language = state.language === "vi" ? "en" : "vi";
  localStorage.setItem("language", state.language);
  if (state.stream && state.stream.readyState === EventSource.OPEN) drawLink(t("live"), false);
  draw();
  if (!state.me && state.followed === undefined) refresh();
});
byId("sign-out").addEventListener("click", async () => {
  try { await ask("DELETE", "/session"); } catch (problem) { say(problem.message); }
  signedOut();
  refresh();
});
drawLink(t("connecting"), true);
const followed = location.pathname.startsWith("/t/") ? "/public/tickets/" + encodeURIComponent(location.pathname.slice(3))
  : location.pathname.startsWith("/hs/")
    ? `/public/dossiers/${encodeURIComponent(location.pathname.slice(4))}?secret=${encodeURIComponent(new URLSearchParams(location.search).get("secret") || "-")}` : "";
if (followed) {
  state.followed = null;
  follow(followed);
  setInterval(() => follow(followed), 5000);
} else {
  start();
  setInterval(() => { if (!state.me) refresh(); }, 5000);
}
