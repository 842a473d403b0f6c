// A chat inside its task: what was written, and an answer of an employee.

import { post } from "./api.js";
import { clicker } from "./click.js";
import { h } from "./dom.js";
import { t } from "./texts.js";
import { complain, praise } from "./toast.js";

/** Shows the conversation `chat` and a field to answer in. */
export function showTalk(chat, talk) {
  return h(
    "section",
    { class: "talk" },
    h("ol", { class: "calls" }, talk.messages.map(showMessage)),
    answerForm(chat),
  );
}

function showMessage({ author, text, status, files }) {
  const links = files.map((file) => h("a", { href: file, rel: "noreferrer" }, t("file")));
  const seen = status ? h("small", {}, status) : "";
  return h("li", {}, h("div", {}, h("strong", {}, author), h("p", {}, text, " ", links)), seen);
}

function answerForm(chat) {
  const field = h("input", { type: "text", "aria-label": t("answerInTask"), placeholder: t("answerInTask"), required: true });
  const send = async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    const outcome = await post("planfix/talks", { user: clicker(), chat, text });
    if (outcome.accepted) praise(t("answeredInChat"));
    else complain(outcome.shown || String(outcome.status ?? ""));
  };
  return h("form", { class: "talk-answer", onsubmit: send }, field, h("button", { type: "submit", class: "quiet" }, t("sendAnswer")));
}
