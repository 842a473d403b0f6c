// «Управление аккаунтом → Интеграции → Виртуальные АТС» of Planfix: the address and the key of the PBX.

import { post } from "./api.js";
import { byId, h } from "./dom.js";
import { t } from "./texts.js";
import { complain, praise } from "./toast.js";

let built;

/** Shows the form; what is being typed is left alone. */
export function showTelephony({ pbx_url, pbx_token }) {
  const state = JSON.stringify([document.documentElement.lang, pbx_url, pbx_token]);
  if (state === built) return;
  built = state;
  const address = field("url", pbx_url, "https://…");
  const key = field("text", pbx_token, "");
  const save = async (event) => {
    event.preventDefault();
    const outcome = await post("planfix/telephony", { pbx_url: address.value, pbx_token: key.value });
    if (outcome.accepted) praise(t("telephonySaved"));
    else complain(outcome.shown || `${t("refused")} ${outcome.status ?? ""}`);
  };
  byId("telephony").replaceChildren(
    h(
      "form",
      { class: "form", onsubmit: save },
      h("label", {}, h("span", {}, t("pbxUrl")), address),
      h("label", {}, h("span", {}, t("pbxToken")), key),
      h("button", { type: "submit", class: "loud" }, t("save")),
    ),
  );
}

const field = (type, value, placeholder) =>
  h("input", { type, value, placeholder, required: true, autocomplete: "off", spellcheck: "false" });
