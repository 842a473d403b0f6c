export default {
  add: 'Добавить',
  remove: 'Убрать',
  yes: 'да',
  no: 'нет',
  settings: {
    title: 'Настройки интеграции', about: '{{name}} · версия {{version}} от {{at}}, {{author}}', more: 'Ещё', export: 'Скачать файл настроек', refresh: 'Обновить списки из Планфикса и UIS',
    credentials: 'Учётные данные', employees: 'Синхронизация сотрудников', telephony: 'Телефония', text: 'Текстовые коммуникации', deals: 'Сделки', addresses: 'Адреса и уведомления UIS',
    fold: 'Свернуть: {{title}}', unfold: 'Развернуть: {{title}}', saved: 'Настройки сохранены', changed: 'Изменено и не сохранено', readOnly: 'Ваша роль позволяет только смотреть настройки.',
    nothingFound: 'Ничего не найдено', unknownValue: '{{value}} (в списке нет)', noList: 'Список не получен: {{reason}}', toProblem: 'К первой ошибке на странице',
    notSaved_one: 'Не сохранено: {{count}} ошибка', notSaved_few: 'Не сохранено: {{count}} ошибки', notSaved_many: 'Не сохранено: {{count}} ошибок', notSaved_other: 'Не сохранено: {{count}} ошибки',
    problems_one: '{{count}} ошибка', problems_few: '{{count}} ошибки', problems_many: '{{count}} ошибок', problems_other: '{{count}} ошибки',
    changes_one: '{{count}} изменение', changes_few: '{{count}} изменения', changes_many: '{{count}} изменений', changes_other: '{{count}} изменения',
  },
  tab: { main: 'Основное', templates: 'Шаблоны', responsibles: 'Ответственные', fields: 'Дополнительные поля' },
  telephony: {
    filter: 'Фильтр звонков', click: 'Звонки по клику из CRM', incoming: 'Входящие звонки', outgoing: 'Исходящие звонки',
    firstAbout: 'Обращение первичное, если Планфикс до звонка не знал этого номера', alwaysAbout: 'Клиент всегда видит выбранный номер; иначе — исходящий номер сотрудника, если он задан в UIS',
    managerAbout: 'UIS спросит нас, кто ответственный за контакт, и сначала позвонит ему',
  },
  text: { leads: 'Заявки', chats: 'Чаты', contacts: 'Контакты', tasks: 'Задачи', withoutAbout: 'Для каждого чата без телефона и почты появится новый контакт; иначе такие чаты пропускаются' },
  employees: {
    sync: 'Синхронизация', run: 'Синхронизировать', saveFirst: 'Сначала сохраните настройки', never: 'Ещё не запускалась', good: 'Синхронизация прошла успешно', bad: 'Синхронизация прошла с ошибками', details: 'По сотрудникам',
    pairs: 'Пары вручную', pairsAbout: 'Если почта и номер в системах разные: укажите, кто есть кто.', asExtension: 'как в UIS',
  },
  responsibles: {
    default: 'Ответственный по умолчанию', order: 'Правила проверяются сверху вниз, решает первое подходящее.', employee: 'Сотрудник {{number}}', condition: 'Условия правила {{number}}', up: 'Выше', down: 'Ниже',
  },
  fields: {
    contacts: 'Для контактов', tasks: 'Для задач', call: 'Для аналитики «Звонок»', callAbout: 'Свои поля аналитики «Звонок» в Планфиксе, по их именам. Заполняются тем, что известно во время звонка.',
    callName: 'Имя поля', planfix: 'Поле Планфикса', uis: 'Параметр UIS', always: 'Обновлять всегда',
  },
  param: { virtual_number: 'Виртуальный номер', scenario: 'Сценарий', site: 'Сайт', source: 'Источник', campaign: 'Рекламная кампания', employee: 'Сотрудник', tag: 'Тег', form: 'Форма', channel: 'Канал' },
  condition: {
    title: 'Условия', include: 'Включить', exclude: 'Исключить', is: 'включить', isNot: 'исключить', and: 'И', or: 'ИЛИ', none: 'Условий нет: подходят все', param: 'Параметр', op: 'Включить или исключить', values: 'Значения', combinator: 'Как соединить условия',
    add: 'Условие', addGroup: 'Группа', remove: 'Убрать условие', removeGroup: 'Убрать группу', clear: 'Убрать все условия', choose: 'Выберите значения', type: 'Введите и нажмите Enter',
    hint: 'И — должны выполняться все условия группы, ИЛИ — достаточно одного.', unfinished: 'Есть условия без значений: они не сохранятся. Нажмите «Сохранить» ещё раз или выберите значения.',
  },
  template: { insert: 'Вставить переменную', preview: 'Показать пример', back: 'Вернуть сохранённое', search: 'Найти переменную', example: 'Пример', real: 'Показать на настоящем звонке', empty: '(пусто)', cut: 'обрезано' },
  hook: {
    reissue: 'Выдать новый адрес', reissued: 'Выдан новый адрес, прежний больше не работает', ask: 'Прежний адрес перестанет работать сразу. Новый нужно будет вставить туда, где стоит прежний.', adminOnly: 'Адреса содержат ключи, их видят администраторы.',
    title: { planfix_telephony: 'Webhook URL («Адрес АТС» в Планфиксе)', planfix_deals: 'Webhook URL', uis_notifications: 'Адрес для HTTP-уведомлений UIS', uis_personal_manager: 'Адрес для интерактивной обработки вызова', uis_chat: 'Адрес для Chat API' },
    planfix_telephony: 'Планфикс: «Управление аккаунтом → Интеграции → Виртуальные АТС → API ПланФикса для телефоний», поле «Адрес АТС».',
    planfix_deals: 'Этот адрес вставьте в оба сценария ниже.',
    uis_notifications: 'UIS: «Уведомления», способ HTTP, метод POST. Тексты — ниже.',
    uis_personal_manager: 'UIS: операция «Интерактивная обработка вызова» в сценарии, параметры numa, numb, call_session_id.',
    uis_chat: 'UIS: адаптер Chat API. В этой версии чаты ещё не принимаются.',
  },
  bodies: {
    title: 'Тексты уведомлений UIS', about: 'Для каждого события создайте в UIS HTTP-уведомление и вставьте текст в тело запроса.',
    event: { call_incoming: 'Входящий звонок', call_outgoing: 'Исходящий звонок', call_waiting: 'Ожидание ответа', talk_started: 'Начало разговора', talk_finished: 'Окончание разговора', call_finished: 'Завершение звонка', call_lost: 'Потерянный звонок', record_ready: 'Записанный разговор', lead: 'Заявка' },
  },
  changes: {
    unsaved: 'Несохранённые изменения', title: 'Что изменится', place: 'Настройка', before: 'Было', after: 'Станет', back: 'Вернуться к правке', confirm: 'Сохранить', drop: 'Отменить изменения', leave: 'Уйти без сохранения?', leaveYes: 'Уйти',
    count_one: 'Не сохранено: {{count}} изменение', count_few: 'Не сохранено: {{count}} изменения', count_many: 'Не сохранено: {{count}} изменений', count_other: 'Не сохранено: {{count}} изменения',
    dropAsk_one: 'Пропадёт {{count}} изменение.', dropAsk_few: 'Пропадут {{count}} изменения.', dropAsk_many: 'Пропадёт {{count}} изменений.', dropAsk_other: 'Пропадут {{count}} изменения.',
    leaveAsk_one: 'Не сохранено {{count}} изменение, оно пропадёт.', leaveAsk_few: 'Не сохранены {{count}} изменения, они пропадут.', leaveAsk_many: 'Не сохранено {{count}} изменений, они пропадут.', leaveAsk_other: 'Не сохранены {{count}} изменения, они пропадут.',
  },
  conflict: {
    title: 'Настройки тем временем изменили', about: '{{author}} сохранил версию {{version}} ({{at}}), пока вы правили. Ваши изменения не потеряны.', theirs: 'Что изменено там', mine: 'Что изменили вы',
    both: 'Красным отмечено то, что изменили оба: останется ваше.', take: 'Отказаться от своих изменений', rebase: 'Наложить мои изменения на новую версию',
  },
  versions: {
    title: 'Версии настроек', number: 'Версия {{version}}', current: 'действует', compare: 'Сравнить', same: 'Настройки те же.', restore: 'Вернуть версию {{version}}', restored: 'Версия возвращена',
    dirty: 'Сначала сохраните или отмените свои изменения.',
  },
  check: {
    do: 'Проверить', again: 'Проверить ещё раз', title: 'Проверка соединения', good: 'в порядке', wrong: 'нужно исправить', unasked: 'не удалось узнать', not_used: 'не используется', nothing: 'Проверять нечего.',
    allGood: 'Всё, что названо в настройках, есть в обеих системах.', someBad: 'Есть что исправить.', dirty: 'Проверяются сохранённые настройки, без ваших изменений.',
  },
  option: {
    create: { task: 'Создавать задачу', task_if_none_open: 'Создавать задачу, если нет открытой', nothing: 'Ничего не создавать', contact: 'Создавать контакт', contact_and_task: 'Создавать контакт и задачу' },
    assign: { first_talker: 'На первого разговаривающего', last_talker: 'На последнего разговаривающего', contact_owner: 'Ответственного из карточки контакта', rules: 'Из настроек интеграции' },
    create_on: { start: 'На начало чата', finish: 'На завершение чата', tag: 'На проставление тега' },
  },
  crumb: {
    credentials: { self: 'Учётные данные', planfix_rest: 'Авторизация Rest API', planfix_telephony: 'Авторизация для телефонии', uis: { self: 'UIS', data_api: 'Data API', call_api: 'Call API', chat_api: 'Chat API' } },
    employees: { self: 'Синхронизация сотрудников', pairs: 'Пары вручную' },
    telephony: {
      self: 'Телефония', filter: 'Фильтр звонков', click_to_call: 'Звонки по клику из CRM', templates: 'Шаблоны', fields: 'Дополнительные поля',
      incoming: { self: 'Входящие звонки', first: 'Первичные обращения', repeat: 'Повторные обращения' }, outgoing: { self: 'Исходящие звонки', first: 'Первичные обращения', repeat: 'Повторные обращения' },
      responsibles: { self: 'Ответственные', incoming: 'Входящие звонки', outgoing: 'Исходящие звонки' },
    },
    text: {
      self: 'Текстовые коммуникации', templates: 'Шаблоны', fields: 'Дополнительные поля',
      leads: { self: 'Заявки', first: 'При первичных обращениях', repeat: 'При повторных обращениях' }, chats: { self: 'Чаты', first: 'При первичных обращениях', repeat: 'При повторных обращениях' },
      responsibles: { self: 'Ответственные', leads: 'Заявки', chats: 'Чаты' },
    },
    deals: 'Сделки',
  },
  label: {
    name: 'Имя соединения', title: 'Название', timezone: 'Часовой пояс аккаунта UIS',
    credentials: {
      planfix_rest: { name: 'Название', url: 'URL', token: 'Bearer Token' },
      planfix_telephony: { name: 'Название', url: 'URL', token: 'Ключ авторизации (token) ПланФикса', pbx_token: 'Ключ авторизации АТС' },
      uis: { data_api: { url: 'URL Data API', token: 'access_token Data API' }, call_api: { url: 'URL Call API', token: 'access_token Call API' }, chat_api: { url: 'URL Chat API', login: 'Логин адаптера', password: 'Пароль адаптера' } },
    },
    employees: {
      enabled: 'Включено', sync_all: 'Синхронизировать всех сотрудников', selected: 'Сотрудники для синхронизации', nightly: 'Синхронизировать каждую ночь',
      pairs: { planfix_user: 'Сотрудник Планфикса', short_number: 'Короткий номер', uis_employee: 'Сотрудник UIS' },
    },
    telephony: {
      enabled: 'Включено', filter: { enabled: 'Фильтровать звонки', incoming: 'Фильтр входящих', outgoing: 'Фильтр исходящих' },
      click_to_call: { outgoing_number: 'Исходящий номер', always_show_number: 'Всегда отображать номер' },
      incoming: { first: { create: 'Первичные обращения', assign: 'Назначать на' }, repeat: { create: 'Повторные обращения', assign: 'Назначать на' }, task_object: 'Объект задачи', personal_manager: 'Включить переадресацию на персонального менеджера' },
      outgoing: { first: { create: 'Первичные обращения', assign: 'Назначать на' }, repeat: { create: 'Повторные обращения', assign: 'Назначать на' }, task_object: 'Объект задачи' },
      templates: { incoming: 'Задача по входящему звонку', missed_incoming: 'Задача по пропущенному входящему звонку', outgoing: 'Задача по исходящему звонку', missed_outgoing: 'Задача по пропущенному исходящему звонку' },
      responsibles: { incoming: { default: 'Ответственный по умолчанию', rules: 'Правила' }, outgoing: { default: 'Ответственный по умолчанию', rules: 'Правила' } },
      fields: { contact: 'Для контактов', task: 'Для задач', call: 'Для аналитики «Звонок»' },
    },
    text: {
      enabled: 'Включено',
      leads: { filter: { enabled: 'Фильтровать заявки', conditions: 'Фильтр заявок' }, first: { create: 'При первичных обращениях', assign: 'Назначать на' }, repeat: { create: 'При повторных обращениях', assign: 'Назначать на' }, contact_template: 'Шаблон контакта', task_object: 'Объект задачи' },
      chats: {
        filter: { enabled: 'Фильтровать чаты', conditions: 'Фильтр чатов' }, first: { create: 'При первичных обращениях', assign: 'Назначать на' }, repeat: { create: 'При повторных обращениях', assign: 'Назначать на' },
        create_on: 'Создавать контакт/задачу', tags: 'Список тегов', without_contact_data: 'Передавать чаты без контактных данных', contact_template: 'Шаблон для создания контакта', task_object: 'Объект задачи',
      },
      templates: { lead_contact: 'Контакт по новой заявке', chat_contact: 'Контакт по новому чату', lead_task: 'Задача по новой заявке', chat_task: 'Задача по новому чату' },
      responsibles: { leads: { default: 'Ответственный по умолчанию', rules: 'Правила' }, chats: { default: 'Ответственный по умолчанию', rules: 'Правила' } },
      fields: { contact: 'Для контактов', task: 'Для задач' },
    },
    deals: { enabled: 'Включено', task_object: 'Выберите объект задач', success_status: 'Выберите успешный этап задачи', failure_status: 'Выберите провальный этап задачи', amount_field: 'Выберите поле, в котором передаётся сумма сделки' },
  },
};
