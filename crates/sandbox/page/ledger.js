// Every request Planfix received, as it stands in its ledger.

import { byId, h, hint, keep, say } from "./dom.js";
import { time } from "./format.js";
import { t } from "./texts.js";

const SHOWN = 200;

/** Shows the newest lines first. */
export function showLedger(entries) {
  say(byId("ledger-count"), entries.length ? String(entries.length) : "");
  const numbered = entries.map((entry, number) => ({ number, ...entry })).slice(-SHOWN).reverse();
  keep(byId("ledger"), numbered, (entry) => entry.number, showLine, () => hint(t("noLedger")));
}

/** One request, and what came of it. */
export function showLine(entry) {
  const spoilt = entry.refusal || entry.fault || entry.violations.length;
  const tone = spoilt ? "is-bad" : entry.effects.length ? "is-good" : "is-quiet";
  return h(
    "li",
    { class: tone },
    h("time", {}, time(entry.at)),
    h("span", { class: "door" }, entry.door),
    h(
      "span",
      { class: "ledger-text" },
      entry.request,
      entry.effects.length ? h("em", {}, ` → ${entry.effects.join("; ")}`) : "",
      spoilt ? h("b", {}, ` ${[entry.refusal, entry.fault, ...entry.violations].filter(Boolean).join("; ")}`) : "",
    ),
  );
}
