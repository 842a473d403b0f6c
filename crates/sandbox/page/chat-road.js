// What may happen to callbacks of chats on their way, and how the Chat API may misbehave.

import { post, put, remove } from "./api.js";
import { byId, h } from "./dom.js";
import { FAULTS, badge, faultButton } from "./faults.js";
import { box, choice, ORDERS, LAGS } from "./road.js";
import { t } from "./texts.js";

const FATES = [["delivered", "fateDelivered"], ["read", "fateRead"], ["error", "fateError"], ["silence", "fateSilence"]];
const CHAT_API = {
  fault_error: FAULTS.error_before,
  fault_limit: FAULTS.throttle_429,
  fault_revoked: FAULTS.revoked,
  fault_html: FAULTS.html,
  fault_delay: FAULTS.delay,
};

let built;

/** Shows the switches and how many of them are on. */
export function showChatRoad({ settings, on_their_way, armed }) {
  const { tricks, fate } = settings;
  const on = [tricks.duplicate, tricks.numbers_as_texts, tricks.order !== "as_sent", fate !== "delivered"];
  badge(byId("chat-road-armed"), on.filter(Boolean).length + armed.length);
  const state = JSON.stringify([document.documentElement.lang, settings, on_their_way, armed]);
  if (state === built) return;
  built = state;
  const change = (settings) => put("uis/chat/settings", settings);
  const trick = (tricks) => change({ tricks });
  const held = tricks.order !== "as_sent" && on_their_way;
  byId("chat-road").replaceChildren(
    choice("roadOrder", ORDERS, tricks.order, (order) => trick({ order })),
    held ? h("button", { type: "button", class: "loud", onclick: () => post("uis/chat/held/release") }, `${t("release")}: ${held}`) : "",
    box("duplicate", tricks.duplicate, (duplicate) => trick({ duplicate })),
    box("numbersAsTexts", tricks.numbers_as_texts, (numbers_as_texts) => trick({ numbers_as_texts })),
    choice("chatFate", FATES, fate, (fate) => change({ fate })),
    choice("chatLag", LAGS, settings.report_lag, (report_lag) => change({ report_lag })),
    faults(armed),
    h("button", { type: "button", class: "quiet", onclick: () => mend() }, t("repair")),
  );
}

function faults(armed) {
  const buttons = Object.entries(CHAT_API).map(([label, fault]) => {
    const button = faultButton(t(label), () => post("uis/faults", { door: "chat_api", times: 1, fault }));
    button.classList.toggle("is-on", armed.some((one) => one.fault.kind === fault.kind));
    return button;
  });
  return h("fieldset", {}, h("legend", {}, `Chat API · ${t("once")}`), buttons);
}

async function mend() {
  await remove("uis/faults");
  const tricks = { order: "as_sent", duplicate: false, numbers_as_texts: false };
  await put("uis/chat/settings", { fate: "delivered", report_lag: { secs: 10 }, tricks });
}
