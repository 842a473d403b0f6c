// The log of notifications: what UIS sent and what it was answered.

import { put } from "./api.js";
import { byId, h, hint, keep, say } from "./dom.js";
import { time } from "./format.js";
import { t, language } from "./texts.js";

const SHOWN = 60;
const TITLES = {
  call_incoming: ["Входящий звонок", "Inbound call"],
  call_outgoing: ["Исходящий звонок", "Outbound call"],
  call_waiting: ["Ожидание ответа", "Waiting for the answer"],
  talk_started: ["Начало разговора", "Talk started"],
  talk_finished: ["Окончание разговора", "Talk finished"],
  call_finished: ["Завершение звонка", "Call finished"],
  call_lost: ["Потерянный звонок", "Lost call"],
  record_ready: ["Записанный разговор", "Recording completed"],
  lead: ["Заявка с сайта", "Lead from the site"],
};

/** Shows the newest notifications; asks for an address when there is none. */
export function showNotifications(uis) {
  say(byId("sent-count"), uis.notifications.length ? String(uis.notifications[0].number) : "");
  const asked = uis.questions.map((one) => ({ ...one, asks: true, number: `?${one.number}` }));
  const newestFirst = (left, right) => right.at.localeCompare(left.at);
  const lines = [...uis.notifications, ...asked].sort(newestFirst).slice(0, SHOWN);
  keep(byId("sent"), lines, (line) => line.number, showLine, () => hint(t("noNotifications")));
  const addresses = uis.settings.webhook ? [] : [{ missing: true }];
  keep(byId("webhook"), addresses, () => "address", askAddress);
}

function showLine(line) {
  return h(
    "li",
    {},
    h(
      "details",
      { class: `sent-line ${tone(line.outcome)}` },
      h(
        "summary",
        {},
        h("time", {}, time(line.at)),
        h("strong", {}, line.asks ? t("managerQuestion") : TITLES[line.event][language() === "ru" ? 0 : 1]),
        h("span", { class: "sent-who" }, line.asks ? verdict(line.verdict) : (line.employee ?? "")),
        h("span", { class: "sent-outcome" }, outcome(line.outcome)),
      ),
      h("pre", {}, line.asks ? line.parameters.map((pair) => pair.join("=")).join("\n") : pretty(line.body)),
      reply(line.outcome),
    ),
  );
}

// which way the call goes on
const verdict = ({ kind, phones }) => (kind === "rings" ? phones.join(", ") : t(`exit_${kind}`));

function tone({ kind, status }) {
  if (kind === "answered") return status < 300 ? "is-good" : "is-bad";
  return kind === "failed" ? "is-bad" : "is-quiet";
}

const outcome = ({ kind, status }) => (kind === "answered" ? String(status) : t(kind));

function reply({ body, reason }) {
  const text = body || reason;
  return text ? h("p", { class: "sent-reply" }, "← ", text) : "";
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function askAddress() {
  const input = h("input", { type: "url", required: true, placeholder: "https://…", "aria-label": "URL" });
  const save = async (event) => {
    event.preventDefault();
    await put("uis/settings", { webhook: input.value });
  };
  return h(
    "form",
    { class: "ask-address", onsubmit: save },
    h("p", {}, t("nowhereLead")),
    h("div", {}, input, h("button", { type: "submit", class: "loud" }, t("save"))),
  );
}
