export default {
  overview: {
    title: 'Обзор', about: 'Работает ли интеграция прямо сейчас', at: 'Данные на {{at}}',
    light: { works: 'работает', waits: 'ждёт Планфикс', waitsUis: 'ждёт UIS', needs_hand: 'нужно вмешательство' },
    lastEvent: 'Последнее событие', noEvents: 'событий ещё не было', waiting: 'Ждут записи', dead: 'Не выполнено за сутки',
    budget: 'Запросов Планфикса на сегодня', unknown: 'пока неизвестно', paused: 'Планфикс просит подождать до {{at}}',
    inQueue_one: 'в очереди {{count}}', inQueue_few: 'в очереди {{count}}', inQueue_many: 'в очереди {{count}}', inQueue_other: 'в очереди {{count}}',
    door: '{{door}}: закрыто, следующая попытка {{at}}', doorHand: '{{door}}: закрыто, пока причина не исправлена; проверка {{at}}',
    doors: { planfix: { rest: 'REST API Планфикса', telephony: 'Телефония Планфикса' }, settings: 'Настройки' },
    cure: 'Как исправить: страница {{code}} в docs/errors',
    backlog: 'Сейчас в работе: {{due}}', oldest: 'самое старое ждёт с {{at}}', idle: 'Очередь пуста',
    day: 'Обращения за 24 часа', dayNone: 'За последние 24 часа обращений не было',
    kinds: { done: 'Сделано', filtered: 'Отфильтровано', waiting: 'В работе', failed: 'Не выполнено' }, hour: 'Час', hourRow: '{{hour}}: {{counts}}',
    troubles: 'Ошибки за 7 дней', troublesNone: 'За 7 дней ни одной ошибки', times: '× {{count}}', last: 'последняя {{at}}', open: 'Открыть обращение',
  },
};
