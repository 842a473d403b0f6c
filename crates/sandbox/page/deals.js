// End-to-end analytics of UIS: the deals as they stand, and the scenarios of Planfix that tell of them.

import { patch } from "./api.js";
import { byId, h, hint, keep, say } from "./dom.js";
import { time } from "./format.js";
import { t } from "./texts.js";
import { praise } from "./toast.js";

/** Shows the deals, the newest first. */
export function showDeals({ deals: { deals, funnels, processing } }) {
  say(byId("deal-count"), deals.length ? String(deals.length) : "");
  const waiting = processing ? [{ ext_id: "?", processing }] : [];
  const rows = [...waiting, ...[...deals].reverse()];
  keep(byId("deals"), rows, (deal) => deal.ext_id, showDeal, () => hint(t("noDeals")));
  keep(byId("funnels"), funnels, (funnel) => funnel.ext_id, showFunnel);
}

function showDeal(deal) {
  if (deal.processing) return h("p", { class: "hint" }, `${t("processing")}: ${deal.processing}`);
  const bound = deal.communication_id
    ? `${t(`kind_${deal.communication_type}`)} ${deal.communication_id}`
    : (deal.contact ?? t("unbound"));
  return h(
    "article",
    { class: `deal is-${deal.status}` },
    h("header", {}, h("strong", {}, deal.name), h("span", { class: "status" }, deal.stage ?? deal.stage_ext_id)),
    h("p", { class: "task-about" }, `№ ${deal.ext_id} · ${deal.funnel} · ${deal.stage_at}`),
    h(
      "p",
      { class: "deal-facts" },
      h("b", {}, `${Number(deal.revenue).toLocaleString(document.documentElement.lang)} ₽`),
      h("span", {}, bound),
      deal.employee ? h("span", {}, deal.employee) : "",
      h("small", {}, `${t("rows")}: ${deal.rows}`),
    ),
  );
}

function showFunnel(funnel) {
  const open = [...funnel.stages].filter((stage) => stage.status === "in_process").sort((a, b) => a.order - b.order);
  const last = funnel.stages.filter((stage) => stage.status !== "in_process");
  return h(
    "p",
    { class: "funnel" },
    h("strong", {}, funnel.name),
    [...open, ...last].map((stage) => h("span", { class: `funnel-stage is-${stage.status}` }, stage.name)),
  );
}

let built;

/** Shows where the scenarios of the first object send, and what they have sent. */
export function showAutomation({ scenarios }, { objects, posted }) {
  const state = JSON.stringify([document.documentElement.lang, scenarios, objects]);
  keep(byId("posted"), [...posted].reverse().slice(0, 40), (post) => `${post.at}/${post.task}/${post.attempt}`, showPost, () =>
    hint(t("noPosts")),
  );
  if (state === built) return;
  built = state;
  const url = h("input", { type: "url", value: scenarios[0]?.url ?? "", placeholder: "https://…", autocomplete: "off", spellcheck: "false" });
  const object = h(
    "select",
    {},
    objects.map((one) => h("option", { value: one.id, selected: one.id === scenarios[0]?.object }, one.name)),
  );
  const save = async (event) => {
    event.preventDefault();
    const of = (kind) => ({ object: Number(object.value), event: kind, url: url.value, body: "json" });
    await patch("planfix/settings", { scenarios: url.value ? ["created", "changed"].map(of) : [], scenarios_play: true });
    praise(t("scenariosSaved"));
  };
  byId("automation").replaceChildren(
    h(
      "form",
      { class: "form", onsubmit: save },
      h("label", {}, h("span", {}, t("scenarioObject")), object),
      h("label", {}, h("span", {}, t("scenarioUrl")), url),
      h("button", { type: "submit", class: "loud" }, t("save")),
    ),
  );
}

function showPost(post) {
  const outcome = post.status ?? t("failed");
  return h(
    "li",
    {},
    h("time", {}, time(post.at)),
    h("span", { class: "ledger-text" }, `${t(`event_${post.event}`)} № ${post.task}`),
    post.status === 200 ? h("em", {}, outcome) : h("b", {}, `${outcome} (${post.attempt})`),
  );
}
