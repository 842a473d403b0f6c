export default {
  credentials: {
    reuse: 'Take from another connection', reused: 'Will be taken from the connection “{{name}}”. Type another one to replace it.', nothingToReuse: 'The connection “{{name}}” has none of these',
    where: 'Where to find it', stored: 'Stored. Type a new one to replace it.', generate: 'Make up a key', pbxAbout: 'Planfix will show this key to us. Left empty, we make one up ourselves.',
    copy: { pbx_token: 'Copy the key into Planfix, field «Ключ авторизации АТС», before saving: it is not shown afterwards.', our_token: 'Copy the token into Planfix, to the settings of the chat, before saving: it is not shown afterwards.' }, timezoneAbout: 'Say Europe/Moscow: UIS writes the times of calls in it',
    oldApp: 'The app “UIS” of Planfix’s marketplace', oldAppAbout: 'If the former app “UIS” is connected in Planfix, switch it off: together they make two cards and two tasks for every call.',
    rest: {
      title: 'REST API', url: 'https://romashka.planfix.ru/rest/',
      steps: [
        'Make a robot in Planfix for us: tasks are made in its name, and requests do not mix with an employee’s.',
        'Open «Управление аккаунтом → Доступ к API → REST API» and make a token for the robot.',
        'Tick the scopes: contacts, tasks, employees — read and write; objects, templates, custom fields, processes — read.',
        'Copy the URL and the token and press Check.',
      ],
    },
    telephony: {
      title: 'Telephony API', url: 'https://romashka.planfix.ru/tel/api',
      steps: [
        'Open «Управление аккаунтом → Интеграции → Виртуальные АТС → API ПланФикса для телефоний».',
        'Copy «Адрес ПланФикса» into the URL and «Ключ авторизации (token) ПланФикса» into the key.',
        'Copy «Ключ авторизации АТС» from here into Planfix. You get «Адрес АТС» after saving.',
        'Give the employees’ short numbers there: they must equal the extensions in UIS.',
      ],
    },
    planfix_chat: { title: 'Planfix chat API', about: 'Needed only to lead chats in their Planfix tasks too: “Text communications → Chats”.', url: 'https://romashka.planfix.ru/webchat/api', steps: ['Open «Управление аккаунтом → Интеграции → Чаты → API ПланФикса для чатов» in Planfix and add a chat.', 'Copy Planfix’s address and token from there.', 'Make up our token and enter it there, with our address (it stands in the section Chats of these settings) and the same providerId.', 'Choose the templates of task and contact and the default author there.'] },
    data: {
      title: 'UIS Data API', url: 'https://dataapi.uiscom.ru/v2.0',
      steps: ['Open the UIS cabinet, «Аккаунт → Правила безопасности → API».', 'Make a user with access to the Data API, and a key that does not expire.', 'Add this server’s address to the allowed IPs if that list is on.', 'Copy the key and press Check.'],
    },
    call: { title: 'UIS Call API', url: 'https://callapi.uiscom.ru/v4.0', steps: ['Needed for calls by click. The component Call API must be connected in UIS.', 'Give the same user access to the Call API and copy the key.'] },
    chat: { title: 'UIS Chat API', url: 'https://chat-integration-api-prod.uiscom.ru', steps: ['Needed for chats. UIS’s support gives the login and password of the adapter.', 'You get the address to which UIS sends chats after saving: pass it on to UIS’s support.', 'When the adapter has a webhook_auth, choose the same way below and repeat its values.'] },
    callback: { title: 'Authorization of UIS’s callbacks', about: 'The Authorization header with which UIS sends chats (webhook_auth of the adapter). Requests with another header are refused.', none: 'Only the key in the address', bearer: 'Bearer: a token', basic: 'Basic: login and password' },
  },
  wizard: {
    title: 'New connection', step: { name: 'Name', planfix: 'Planfix', uis: 'UIS', telephony: 'Calls', done: 'Done' },
    next: 'Next', back: 'Back', create: 'Make the connection', nameAbout: 'Stands in addresses and never changes', titleAbout: 'What people call the connection',
    planfixAbout: 'Two keys of Planfix: one for tasks and contacts, one for the cards of calls.', uisAbout: 'The Data API is always needed, the Call API for calls by click, the Chat API for chats.',
    telephonyAbout: 'A good beginning; everything else is set on the connection’s page.', 
    made: 'The connection was made', doneAbout: 'Now both systems have to be told of us.', settings: 'To the settings', employees: 'Synchronise employees',
    pbxToken: 'The same place, the field «Ключ авторизации АТС». It is not shown again.', firstCall: 'Now call your own number: in a few seconds the call appears in the journal.', journal: 'Open the journal',
    responsible: 'Responsible by default', object: 'Task object', saveCalls: 'Switch on and finish', skip: 'Later', nameWrong: 'Only a–z, 0–9, “-” and “_”, a letter or digit first', fixFirst: 'Mend what is marked',
  },
};
