export default {
  deals: {
    objectAbout: 'Tasks of other objects are no deals', amountAbout: 'Only fields of the type «Число»',
    saveFirst: 'Save the settings: then the scenarios can be tested here, and existing tasks loaded.',
    recipes: 'Two automatic scenarios in Planfix',
    recipesAbout: 'In Planfix open «Управление аккаунтом → Объекты», choose the task object of the setting above, then «Автоматические сценарии», and make two scenarios.',
    scenario: 'Scenario {{number}}', urlAbove: 'Webhook URL (an administrator sees it)', copyValue: 'Copy the value',
    step: {
      event: '«1. Событие, при котором будет запущен сценарий»: choose', conditions: '«2. Условия сценария»: add nothing.',
      operation: '«4. Выполнить следующие операции»: add', fields: 'Fill the operation in:', save: 'Save the scenario.',
    },
    retries: 'After any answer but 200 Planfix sends no HTTP request of the account for 3 minutes, and repeats this one after 15, 30, 60 and 60 minutes. Svyazka answers 200 as soon as the request is stored.',
    test: 'Testing the scenarios', testAbout: 'Press “Listen” and change any task of the object in Planfix, its amount for example. Its number will appear here.',
    listen: 'Listen', listenAgain: 'Listen again', listening: 'Waiting for a request from Planfix…', heard: 'It came: task {{task}}', reading: 'Reading the task…', story: 'What became of it',
    backfill: 'Existing tasks', backfillAbout: 'Tasks of the object that were there before the section was switched on can be loaded into end-to-end analytics. The load keeps within Planfix’s request limit and gives way to calls.',
    days: 'For how many days', load: 'Load', pause: 'Pause', resume: 'Resume', stop: 'Stop',
    searching: 'looking for tasks', progress: '{{read}} of {{found}}{{more}} read', trouble: 'It does not move: {{reason}}',
    lastDays_one: 'for {{count}} day', lastDays_other: 'for {{count}} days',
    stage: { running: 'Under way', paused: 'Paused', done: 'Done', stopped: 'Stopped' },
  },
  analytics: {
    title: 'Analytics', about: 'Communications, the tasks made of them, deals and revenue, from our own data', csv: 'Download CSV',
    from: 'From', till: 'Till', turned: 'Before the beginning', by: 'Count by',
    dimension: { source: 'Source', campaign: 'Campaign', site: 'Site', employee: 'Employee' },
    none: 'Nothing in this time', noneAbout: 'Communications appear here after the first call, lead or chat, revenue when a task reaches the successful stage.',
    chart: 'Revenue', unknown: 'Not given', alone: 'Deals without a communication', total: 'Total',
    communications: 'Communications', tasks: 'Tasks', deals: 'Deals', won: 'Won', lost: 'Lost', revenue: 'Revenue', expected: 'In work',
  },
};
