// Joins the pieces: asks both sides for their state whenever something changed and shows it.

import { get, post, watch } from "./api.js";
import { showCallApi } from "./call-api.js";
import { showChatRoad } from "./chat-road.js";
import { showClickers } from "./click.js";
import { showContacts } from "./contacts.js";
import { showAutomation, showDeals } from "./deals.js";
import { byId, say } from "./dom.js";
import { showFaults } from "./faults.js";
import { showLedger } from "./ledger.js";
import { showNotifications } from "./notifications.js";
import { showPhone, tickPhone } from "./phone.js";
import { showRoad } from "./road.js";
import { showScenarios, startScenarios } from "./scenarios.js";
import { showScreens } from "./screens.js";
import { showTasks } from "./tasks.js";
import { showTelephony } from "./telephony.js";
import { remembered, speak, t } from "./texts.js";
import { complain } from "./toast.js";

const QUESTIONS = ["uis/state", "uis/faults", "planfix/state", "planfix/ledger", "planfix/faults", "planfix/settings", "uis/chat/state"];
// a burst of changes is shown at once rather than one by one
const LEAST_BETWEEN_MS = 120;

let seen;

async function refresh() {
  seen = await Promise.all(QUESTIONS.map(get));
  show();
  await new Promise((resolve) => setTimeout(resolve, LEAST_BETWEEN_MS));
}

function show() {
  if (!seen) return;
  const [uis, uisArmed, planfix, ledger, armed, settings, chats] = seen;
  showPhone(uis);
  showNotifications(uis);
  showRoad({ ...uis, armed: uisArmed.filter((one) => one.door === "data_api") });
  showChatRoad({ ...chats, armed: uisArmed.filter((one) => one.door === "chat_api") });
  showCallApi({ ...uis, armed: uisArmed });
  showScreens(planfix);
  showClickers(planfix);
  showTasks(planfix);
  showContacts(planfix);
  showTelephony(settings);
  showDeals(uis);
  showAutomation(settings, planfix);
  showFaults({ armed, settings });
  showLedger(ledger);
  tickPhone();
  countOnTabs(uis, planfix);
}

function countOnTabs(uis, planfix) {
  const open = planfix.cards.filter((card) => ["ringing", "talking"].includes(card.state)).length;
  const counts = { uis: uis.calls.length, planfix: open };
  for (const button of byId("sides").children) {
    const badge = button.querySelector("b");
    const count = counts[button.dataset.side];
    badge.hidden = !count;
    say(badge, String(count));
  }
}

function online(yes) {
  byId("live").classList.toggle("is-online", yes);
  say(byId("live").lastElementChild, t(yes ? "online" : "offline"));
}

function turnTo(side) {
  document.body.dataset.side = side;
  for (const button of byId("sides").children) {
    button.setAttribute("aria-pressed", String(button.dataset.side === side));
  }
}

speak(remembered());
turnTo("uis");
for (const button of byId("sides").children) {
  button.addEventListener("click", () => turnTo(button.dataset.side));
}
for (const button of byId("languages").children) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    showScenarios();
    online(byId("live").classList.contains("is-online"));
    show();
  });
}
byId("reset").addEventListener("click", () => post("reset").catch(complain));
addEventListener("unhandledrejection", (event) => complain(event.reason));
addEventListener("switched", refresh);
setInterval(tickPhone, 1000);
startScenarios().catch(complain);
// there is a cabinet to go to only where Svyazka runs in the same process
fetch("/api/setup").then((answer) => { byId("cabinet").hidden = !answer.ok; }, () => {});
watch(refresh, online);
