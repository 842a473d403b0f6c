// Every word of the page, in both languages.

const TEXTS = {
  ru: {
    sandbox: "песочница",
    tagline: "Звонок в UIS становится карточкой, записью в истории и задачей в Планфиксе",
    online: "На связи", offline: "Нет связи", reset: "Начать заново", cabinet: "Кабинет", visitor: "Чат посетителя", sides: "Сторона",
    planfix: "Планфикс", uisLead: "Симулятор телефонии", planfixLead: "Симулятор CRM",
    idle: "Линия свободна", idleHint: "Выберите сценарий, и зазвонит телефон",
    ringing: "Звонит", talking: "Разговор", resting: "Свободно", dialing: "Набор",
    incomingCall: "Входящий", outgoingCall: "Исходящий", internalCall: "Внутренний",
    inScenario: "Слушает меню", noExtension: "без короткого номера",
    scenarios: "Сценарии", caller: "Номер клиента", callerHint: "свой у каждого сценария",
    speed: "Скорость", play: "Играть", playing: "Играет",
    group_incoming: "Входящие", group_transfers: "Переводы", group_missed: "Пропущенные",
    group_outgoing: "Исходящие", group_recording: "Запись", group_road: "Дорога",
    group_special: "Особые", group_click: "Звонок из Планфикса", group_manager: "Персональный менеджер",
    group_employees: "Сотрудники", group_chats: "Чаты", group_leads: "Заявки",
    chatRoad: "Чаты: дорога и сбои", chatFate: "Ответ оператора", chatLag: "Чат появляется в отчёте",
    fateDelivered: "доставлен", fateRead: "прочитан", fateError: "не дошёл", fateSilence: "без статусов",
    ringsEmployee: "Звонит сотруднику", onHold: "На удержании", off: "Выключен",
    switchOff: "Выключить телефоны", switchOn: "Включить телефоны",
    notifications: "Уведомления UIS", noNotifications: "Здесь появится каждое отправленное уведомление и ответ на него",
    nowhereLead: "Уведомлениям некуда идти. Куда их посылать?", save: "Сохранить",
    answered: "ответ", failed: "не доставлено", lost: "потеряно в пути", nowhere_to_send: "некуда слать",
    repeats: "повтор",
    road: "Дорога, отчёт и сбои UIS", roadOrder: "Порядок уведомлений", asSent: "как шлёт UIS",
    reversed: "задом наперёд", shuffled: "вперемешку", held: "придержать", release: "Отпустить",
    duplicate: "Каждое дважды", numbersAsTexts: "Числа строками", loseStart: "Терять начало разговора",
    loseEnd: "Терять завершение звонка", reportLag: "Звонок в отчёте", atOnce: "сразу",
    after10: "через 10 с", after60: "через минуту", never: "никогда",
    ipDenied: "IP не в белом списке", dataApi: "Data API", callApi: "Call API",
    callApiPanel: "Заказанные звонки и персональный менеджер", orderedCall: "Заказанный звонок",
    ordered_answered: "клиент ответит", ordered_busy: "занято", ordered_no_answer: "не ответит",
    ordered_not_available: "недоступен", ordered_employee_silent: "сотрудник не возьмёт",
    packageBasic: "Пакет «Базовый набор»", packageControl: "Пакет «Управление вызовами»",
    blacklist: "Чёрный список", managerUrl: "Где спросить персонального менеджера", managerMethod: "Спрашивать",
    managerQuestion: "Кто персональный менеджер?", exit_not_assigned: "не назначен", exit_failed: "не удалось",
    noOrders: "Звонков ещё никто не заказывал",
    screens: "Экраны сотрудников", quietScreen: "Карточек нет",
    state_ringing: "Звонит", state_talking: "Идёт разговор", state_finished: "Завершён",
    state_missed: "Пропущен", state_cancelled: "Закрыта",
    tasks: "Задачи", noTasks: "Задача появится после звонка, когда он попадёт в отчёт UIS",
    assignee: "Исполнитель", counterparty: "Контрагент", nobody: "не назначен",
    description: "Описание", silentLog: "Журнал задачи",
    contacts: "Контакты и история", noContacts: "Планфикс сам заведёт контакт при первом звонке",
    owner: "Ответственный", noHistory: "Звонков ещё не было", recording: "Запись",
    call: "Звонок", missedCall: "Пропущенный звонок", callThem: "Позвонить",
    clicker: "Вы работаете как", ordered: "Звоним на", refused: "АТС отказала",
    status: "Статус", deals: "Сделки в сквозной аналитике",
    noDeals: "Сделка появится, когда изменится задача «Заявка»", processing: "UIS обрабатывает строк",
    unbound: "без привязки", rows: "строк", kind_call: "звонок", kind_chat: "чат", kind_offline_message: "заявка",
    automation: "Автоматические сценарии", scenarioObject: "Объект задач", scenarioUrl: "Куда послать HTTP-запрос",
    scenariosSaved: "Сценарии сохранены", noPosts: "Сценарии ещё ничего не послали",
    event_created: "Задача создана", event_changed: "Задача изменена",
    telephony: "Настройки телефонии", pbxUrl: "Адрес АТС", pbxToken: "Ключ авторизации АТС",
    telephonySaved: "Телефония подключена",
    faults: "Сбои Планфикса", repair: "Всё починить", once: "на один запрос", always: "пока не починят",
    doorRest: "REST API", doorTelephony: "Телефония", doorPlanfixChat: "API чатов", answerInTask: "Ответить из задачи", sendAnswer: "Отправить", answeredInChat: "Отправлено в чат", file: "файл", armed: "включено",
    fault_delay: "Отвечает через 5 с", fault_error_before: "500, ничего не сделав",
    fault_error_after: "500, но всё сделав", fault_cut_after: "Обрыв связи, но всё сделав",
    fault_throttle_403: "Слишком часто: 403", fault_throttle_429: "Слишком часто: 429",
    fault_throttle_200: "Слишком часто: 200 fail", fault_revoked: "Токен отозван",
    fault_html: "Страница HTML вместо JSON", fault_empty: "Пустой ответ", fault_limit: "Лимит исчерпан",
    fault_error: "Ошибка 500", onePerSecond: "Не чаще 1 запроса в секунду",
    ledger: "Что получил Планфикс", noLedger: "Запросов ещё не было",
  },
  en: {
    sandbox: "sandbox",
    tagline: "A call in UIS becomes a card, a history entry and a task in Planfix",
    online: "Live", offline: "No connection", reset: "Start anew", cabinet: "Cabinet", visitor: "Visitor's chat", sides: "Side",
    planfix: "Planfix", uisLead: "Simulated telephony", planfixLead: "Simulated CRM",
    idle: "The line is free", idleHint: "Choose a scenario and a phone will ring",
    ringing: "Ringing", talking: "Talking", resting: "Free", dialing: "Dialing",
    incomingCall: "Incoming", outgoingCall: "Outgoing", internalCall: "Internal",
    inScenario: "Listening to the menu", noExtension: "no short number",
    scenarios: "Scenarios", caller: "Customer's number", callerHint: "each scenario has its own",
    speed: "Speed", play: "Play", playing: "Playing",
    group_incoming: "Incoming", group_transfers: "Transfers", group_missed: "Missed",
    group_outgoing: "Outgoing", group_recording: "Recording", group_road: "The road",
    group_special: "Special", group_click: "Click to call", group_manager: "Personal manager",
    group_employees: "Employees", group_chats: "Chats", group_leads: "Leads",
    chatRoad: "Chats: road and faults", chatFate: "An operator's answer", chatLag: "A chat appears in the report",
    fateDelivered: "delivered", fateRead: "read", fateError: "fails", fateSilence: "no statuses",
    ringsEmployee: "Rings the employee", onHold: "On hold", off: "Off",
    switchOff: "Switch the phones off", switchOn: "Switch the phones on",
    notifications: "Notifications of UIS", noNotifications: "Every notification and the answer to it will appear here",
    nowhereLead: "Notifications have nowhere to go. Where shall they be sent?", save: "Save",
    answered: "answer", failed: "not delivered", lost: "lost on the way", nowhere_to_send: "nowhere to send",
    repeats: "repeated",
    road: "The road, the report and faults of UIS", roadOrder: "Order of notifications", asSent: "as sent",
    reversed: "reversed", shuffled: "shuffled", held: "held back", release: "Release",
    duplicate: "Everything twice", numbersAsTexts: "Numbers as texts", loseStart: "Lose the start of talks",
    loseEnd: "Lose the end of calls", reportLag: "A call is reported", atOnce: "at once",
    after10: "after 10 s", after60: "after a minute", never: "never",
    ipDenied: "IP not whitelisted", dataApi: "Data API", callApi: "Call API",
    callApiPanel: "Ordered calls and the personal manager", orderedCall: "An ordered call",
    ordered_answered: "the customer answers", ordered_busy: "busy", ordered_no_answer: "no answer",
    ordered_not_available: "not available", ordered_employee_silent: "the employee is silent",
    packageBasic: "Package «Базовый набор»", packageControl: "Package «Управление вызовами»",
    blacklist: "Black list", managerUrl: "Where to ask for the personal manager", managerMethod: "Ask by",
    managerQuestion: "Who is the personal manager?", exit_not_assigned: "not assigned", exit_failed: "failed",
    noOrders: "Nobody has ordered a call yet",
    screens: "Employees' screens", quietScreen: "No cards",
    state_ringing: "Ringing", state_talking: "Talking", state_finished: "Finished",
    state_missed: "Missed", state_cancelled: "Closed",
    tasks: "Tasks", noTasks: "A task appears after a call, once UIS reports it",
    assignee: "Assignee", counterparty: "Counterparty", nobody: "nobody",
    description: "Description", silentLog: "Log of the task",
    contacts: "Contacts and history", noContacts: "Planfix makes a contact by itself at the first call",
    owner: "Responsible", noHistory: "No calls yet", recording: "Recording",
    call: "Call", missedCall: "Missed call", callThem: "Call",
    clicker: "You work as", ordered: "Calling", refused: "The PBX refused",
    status: "Status", deals: "Deals in end-to-end analytics",
    noDeals: "A deal appears when a task «Заявка» changes", processing: "Rows that UIS is processing",
    unbound: "tied to nothing", rows: "rows", kind_call: "call", kind_chat: "chat", kind_offline_message: "lead",
    automation: "Automatic scenarios", scenarioObject: "Task object", scenarioUrl: "Where the HTTP request goes",
    scenariosSaved: "The scenarios are saved", noPosts: "Scenarios have sent nothing yet",
    event_created: "Task created", event_changed: "Task changed",
    telephony: "Telephony settings", pbxUrl: "Address of the PBX", pbxToken: "Key of the PBX",
    telephonySaved: "The telephony is connected",
    faults: "Faults of Planfix", repair: "Mend everything", once: "one request", always: "until mended",
    doorRest: "REST API", doorTelephony: "Telephony", doorPlanfixChat: "Chat API", answerInTask: "Answer from the task", sendAnswer: "Send", answeredInChat: "Sent to the chat", file: "file", armed: "on",
    fault_delay: "Answers after 5 s", fault_error_before: "500, nothing done",
    fault_error_after: "500, yet all done", fault_cut_after: "Connection cut, yet all done",
    fault_throttle_403: "Too often: 403", fault_throttle_429: "Too often: 429",
    fault_throttle_200: "Too often: 200 fail", fault_revoked: "Token revoked",
    fault_html: "An HTML page instead of JSON", fault_empty: "Empty answer", fault_limit: "Limit exceeded",
    fault_error: "Error 500", onePerSecond: "At most 1 request a second",
    ledger: "What Planfix received", noLedger: "No requests yet",
  },
};

const KEPT_UNDER = "svyazka-sandbox-language";

/** The language of the page: `ru` or `en`. */
export const language = () => document.documentElement.lang;

/** A text of the page. */
export const t = (name) => TEXTS[language()][name] ?? name;

/** The half of a two-language text that is shown now. */
export const either = (text) => text[language()];

/** Shows the page in this language and remembers it. */
export function speak(wanted) {
  const chosen = wanted in TEXTS ? wanted : "ru";
  document.documentElement.lang = chosen;
  localStorage.setItem(KEPT_UNDER, chosen);
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
}

/** The language chosen before; Russian at first. */
export const remembered = () => localStorage.getItem(KEPT_UNDER) ?? "ru";
