// The visitor's side: one visitor a tab, who writes in a channel and sees what operators answer.

import { get, post, watch } from "./api.js";
import { byId, h, hint, keep, say } from "./dom.js";
import { complain, praise } from "./toast.js";

const BY_PHONE = ["whatsapp", "waba", "viber", "sms"];
const LARGEST_FILE = 20 * 1024 * 1024;
const CLOCK = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" });

let channels = [];
let shown = 0;

/** Digits that this tab keeps while it is open. */
function number() {
  const known = sessionStorage.getItem("visitor");
  if (known) return known;
  const drawn = String(crypto.getRandomValues(new Uint32Array(1))[0] % 10_000_000).padStart(7, "0");
  sessionStorage.setItem("visitor", drawn);
  return drawn;
}

const channel = () => channels.find((one) => String(one.id) === byId("channel").value);

/** By what the channel knows the visitor: messengers by his phone, mail by his address. */
function key({ kind }) {
  if (BY_PHONE.includes(kind)) return `7903${number()}`;
  if (kind === "email") return `visitor-${number()}@example.ru`;
  return `visitor-${number()}`;
}

const who = () => ({ visitor: key(channel()), channel: channel().id });

const query = (values) => new URLSearchParams(values).toString();

async function refresh() {
  if (!channels.length) await start();
  show(await get(`visitor/chat?${query(who())}`));
}

async function start() {
  channels = await get("visitor/channels");
  const options = channels.map((one) => h("option", { value: one.id }, one.name));
  byId("channel").replaceChildren(...options);
  const before = sessionStorage.getItem("channel");
  if (channels.some((one) => String(one.id) === before)) byId("channel").value = before;
}

function show({ open, operator, messages }) {
  const mine = key(channel());
  say(byId("known-as"), `UIS знает вас как ${BY_PHONE.includes(channel().kind) ? "+" : ""}${mine}`);
  say(byId("status"), status(open, operator, messages));
  say(byId("face"), operator?.[0] ?? "Р");
  byId("leave").hidden = !open;
  const empty = () => hint("Здравствуйте! Напишите нам, и мы ответим здесь же.");
  keep(byId("talk"), messages, (message) => message.id, line, empty);
  if (messages.length !== shown) byId("talk").scrollTop = byId("talk").scrollHeight;
  shown = messages.length;
}

function status(open, operator, messages) {
  if (open) return operator ? `Отвечает ${operator}` : "Ждём свободного сотрудника";
  return messages.length ? "Чат завершён. Напишите, чтобы начать новый" : "На связи каждый день";
}

function line(message) {
  const mine = message.source === "visitor";
  return h(
    "li",
    { class: `line ${mine ? "is-mine" : "is-theirs"}` },
    mine ? "" : h("span", { class: "line-author" }, message.author ?? "Ромашка"),
    message.quote ? h("span", { class: "line-quote" }, message.quote) : "",
    message.file ? file(message.file) : "",
    message.text,
    h("time", { datetime: message.at }, CLOCK.format(new Date(message.at))),
  );
}

function file({ id, token, name, kind }) {
  const address = new URL(`control/visitor/file/${id}/${token}`, document.baseURI).href;
  // what a browser does not draw is a link all the same
  const picture = kind === "photo" && /\.(png|jpe?g|gif|webp)$/i.test(name);
  const inside = picture ? h("img", { src: address, alt: name }) : "";
  return h("a", { class: "line-file", href: address, target: "_blank", rel: "noopener", download: name }, inside, name);
}

async function write(event) {
  event.preventDefault();
  const text = byId("text").value.trim();
  if (!text) return;
  byId("text").value = "";
  try {
    await post("visitor/message", { ...who(), text });
  } catch (error) {
    byId("text").value = text;
    complain(error);
  }
}

async function attach() {
  const [chosen] = byId("file").files;
  byId("file").value = "";
  if (!chosen) return;
  if (chosen.size > LARGEST_FILE) return complain(new Error("Файл больше 20 МБ"));
  const address = new URL(`control/visitor/file?${query({ ...who(), name: chosen.name })}`, document.baseURI);
  const answer = await fetch(address, { method: "POST", body: chosen });
  if (!answer.ok) complain(new Error(`${answer.status}: ${await answer.text()}`));
}

async function introduce(event) {
  event.preventDefault();
  const card = Object.fromEntries(new FormData(byId("card")));
  if (!Object.values(card).some((value) => value.trim())) return;
  await post("visitor/card", { ...who(), ...card });
  praise("Спасибо, запомнили");
}

byId("composer").addEventListener("submit", write);
byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) write(event);
});
byId("file").addEventListener("change", attach);
byId("card").addEventListener("submit", introduce);
byId("leave").addEventListener("click", () => post("visitor/leave", who()).catch(complain));
byId("channel").addEventListener("change", () => {
  sessionStorage.setItem("channel", byId("channel").value);
  shown = 0;
  refresh().catch(complain);
});
addEventListener("unhandledrejection", (event) => complain(event.reason));
watch(refresh, (yes) => {
  byId("live").classList.toggle("is-online", yes);
  say(byId("live").lastElementChild, yes ? "На связи" : "Нет связи");
});
