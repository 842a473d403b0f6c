export default {
  add: 'Add',
  remove: 'Remove',
  yes: 'yes',
  no: 'no',
  settings: {
    title: 'Settings of the integration', about: '{{name}} · version {{version}} of {{at}}, {{author}}', more: 'More', export: 'Download the settings file', refresh: 'Refresh the lists of Planfix and UIS',
    credentials: 'Credentials', employees: 'Employees', telephony: 'Telephony', text: 'Text communications', deals: 'Deals', addresses: 'Addresses and UIS notifications',
    fold: 'Fold: {{title}}', unfold: 'Unfold: {{title}}', saved: 'The settings were saved', changed: 'Changed and not saved', readOnly: 'Your role lets you only look at the settings.',
    nothingFound: 'Nothing found', unknownValue: '{{value}} (not in the list)', noList: 'No list: {{reason}}', toProblem: 'To the first mistake on the page',
    notSaved_one: 'Not saved: {{count}} mistake', notSaved_other: 'Not saved: {{count}} mistakes',
    problems_one: '{{count}} mistake', problems_other: '{{count}} mistakes',
    changes_one: '{{count}} change', changes_other: '{{count}} changes',
  },
  tab: { main: 'Main', templates: 'Templates', responsibles: 'Responsibles', fields: 'Additional fields' },
  telephony: {
    filter: 'Filter of calls', click: 'Calls by click from the CRM', incoming: 'Incoming calls', outgoing: 'Outgoing calls',
    firstAbout: 'A communication is a first one when Planfix did not know the number before the call', alwaysAbout: 'The client always sees the chosen number; else the employee’s own outgoing number where UIS has one',
    managerAbout: 'UIS asks us who is responsible for the contact, and rings them first',
  },
  text: { leads: 'Leads', chats: 'Chats', contacts: 'Contacts', tasks: 'Tasks', withoutAbout: 'Every chat without phone and e-mail makes a new contact; else such chats are skipped' },
  employees: {
    sync: 'Synchronisation', run: 'Synchronise', saveFirst: 'Save the settings first', never: 'Never run yet', good: 'The synchronisation went well', bad: 'The synchronisation had failures', details: 'By employee',
    pairs: 'Pairs by hand', pairsAbout: 'Where e-mail and number differ between the systems: say who is who.', asExtension: 'as in UIS',
  },
  responsibles: {
    default: 'Responsible by default', order: 'Rules are tried from top to bottom, the first that fits decides.', employee: 'Employee {{number}}', condition: 'Conditions of rule {{number}}', up: 'Up', down: 'Down',
  },
  fields: {
    contacts: 'For contacts', tasks: 'For tasks', call: 'For the analytics «Звонок»', callAbout: 'Own fields of the analytics «Звонок» in Planfix, by their names. Filled with what is known during the call.',
    callName: 'Name of the field', planfix: 'Planfix field', uis: 'UIS parameter', always: 'Always update',
  },
  param: { virtual_number: 'Virtual number', scenario: 'Scenario', site: 'Site', source: 'Source', campaign: 'Campaign', employee: 'Employee', tag: 'Tag', form: 'Form', channel: 'Channel' },
  condition: {
    title: 'Conditions', include: 'Include', exclude: 'Exclude', is: 'include', isNot: 'exclude', and: 'AND', or: 'OR', none: 'No conditions: everything fits', param: 'Parameter', op: 'Include or exclude', values: 'Values', combinator: 'How conditions are joined',
    add: 'Condition', addGroup: 'Group', remove: 'Remove the condition', removeGroup: 'Remove the group', clear: 'Remove all conditions', choose: 'Choose values', type: 'Type and press Enter',
    hint: 'AND: all conditions of the group must hold. OR: one is enough.', unfinished: 'Some conditions have no values and will not be saved. Press Save again, or choose values.',
  },
  template: { insert: 'Insert a variable', preview: 'Show an example', back: 'Back to the saved one', search: 'Find a variable', example: 'Example', real: 'Show on a real call', empty: '(empty)', cut: 'cut' },
  hook: {
    reissue: 'Give a new address', reissued: 'There is a new address, the former one works no more', ask: 'The former address stops working at once. Paste the new one wherever the former stands.', adminOnly: 'Addresses hold keys; administrators see them.',
    title: { planfix_telephony: 'Webhook URL («Адрес АТС» in Planfix)', planfix_deals: 'Webhook URL', uis_notifications: 'Address for HTTP notifications of UIS', uis_personal_manager: 'Address for interactive call processing', uis_chat: 'Address for the Chat API' },
    planfix_telephony: 'Planfix: «Управление аккаунтом → Интеграции → Виртуальные АТС → API ПланФикса для телефоний», field «Адрес АТС».',
    planfix_deals: 'Paste this address into both scenarios below.',
    uis_notifications: 'UIS: notifications, sent by HTTP, method POST. The bodies are below.',
    uis_personal_manager: 'UIS: the operation «Интерактивная обработка вызова» of a scenario, parameters numa, numb, call_session_id.',
    uis_chat: 'UIS: the Chat API adapter. This version does not take chats yet.',
  },
  bodies: {
    title: 'Bodies of UIS notifications', about: 'Make an HTTP notification in UIS for each event and paste the text as its body.',
    event: { call_incoming: 'Incoming call', call_outgoing: 'Outgoing call', call_waiting: 'Waiting for an answer', talk_started: 'Talk started', talk_finished: 'Talk finished', call_finished: 'Call finished', call_lost: 'Lost call', record_ready: 'Recorded talk', lead: 'Lead' },
  },
  changes: {
    unsaved: 'Unsaved changes', title: 'What will change', place: 'Setting', before: 'Before', after: 'After', back: 'Back to editing', confirm: 'Save', drop: 'Drop the changes', leave: 'Leave without saving?', leaveYes: 'Leave',
    count_one: 'Not saved: {{count}} change', count_other: 'Not saved: {{count}} changes',
    dropAsk_one: '{{count}} change will be lost.', dropAsk_other: '{{count}} changes will be lost.',
    leaveAsk_one: '{{count}} change is not saved and will be lost.', leaveAsk_other: '{{count}} changes are not saved and will be lost.',
  },
  conflict: {
    title: 'The settings were changed meanwhile', about: '{{author}} saved version {{version}} ({{at}}) while you were editing. Your changes are not lost.', theirs: 'What they changed', mine: 'What you changed',
    both: 'Red marks what both changed: yours will stay.', take: 'Drop my changes', rebase: 'Put my changes upon the new version',
  },
  versions: {
    title: 'Versions of the settings', number: 'Version {{version}}', current: 'in force', compare: 'Compare', same: 'The settings are the same.', restore: 'Bring version {{version}} back', restored: 'The version was brought back',
    dirty: 'Save or drop your changes first.',
  },
  check: {
    do: 'Check', again: 'Check again', title: 'Check of the connection', good: 'fine', wrong: 'to be mended', unasked: 'could not be asked', not_used: 'not used', nothing: 'Nothing to check.',
    allGood: 'Everything the settings name exists in both systems.', someBad: 'There is something to mend.', dirty: 'The saved settings are checked, without your changes.',
  },
  option: {
    create: { task: 'Make a task', task_if_none_open: 'Make a task unless one is open', nothing: 'Make nothing', contact: 'Make a contact', contact_and_task: 'Make a contact and a task' },
    assign: { first_talker: 'The first who talked', last_talker: 'The last who talked', contact_owner: 'The one responsible for the contact', rules: 'By the rules of the settings' },
    create_on: { start: 'When the chat begins', finish: 'When the chat ends', tag: 'When a tag is set' },
  },
  crumb: {
    credentials: { self: 'Credentials', planfix_rest: 'REST API', planfix_telephony: 'Telephony API', uis: { self: 'UIS', data_api: 'Data API', call_api: 'Call API', chat_api: 'Chat API' } },
    employees: { self: 'Employees', pairs: 'Pairs by hand' },
    telephony: {
      self: 'Telephony', filter: 'Filter of calls', click_to_call: 'Calls by click', templates: 'Templates', fields: 'Additional fields',
      incoming: { self: 'Incoming calls', first: 'First ones', repeat: 'Repeated ones' }, outgoing: { self: 'Outgoing calls', first: 'First ones', repeat: 'Repeated ones' },
      responsibles: { self: 'Responsibles', incoming: 'Incoming calls', outgoing: 'Outgoing calls' },
    },
    text: {
      self: 'Text communications', templates: 'Templates', fields: 'Additional fields',
      leads: { self: 'Leads', first: 'First ones', repeat: 'Repeated ones' }, chats: { self: 'Chats', first: 'First ones', repeat: 'Repeated ones' },
      responsibles: { self: 'Responsibles', leads: 'Leads', chats: 'Chats' },
    },
    deals: 'Deals',
  },
  label: {
    name: 'Name of the connection', title: 'Title', timezone: 'Time zone of the UIS account',
    credentials: {
      planfix_rest: { name: 'Title', url: 'URL', token: 'Bearer Token' },
      planfix_telephony: { name: 'Title', url: 'URL', token: 'Planfix’s authorisation key (token)', pbx_token: 'PBX’s authorisation key' },
      uis: { data_api: { url: 'URL of the Data API', token: 'access_token of the Data API' }, call_api: { url: 'URL of the Call API', token: 'access_token of the Call API' }, chat_api: { url: 'URL of the Chat API', login: 'Adapter’s login', password: 'Adapter’s password' } },
    },
    employees: {
      enabled: 'On', sync_all: 'Synchronise all employees', selected: 'Employees to synchronise', nightly: 'Synchronise every night',
      pairs: { planfix_user: 'Planfix employee', short_number: 'Short number', uis_employee: 'UIS employee' },
    },
    telephony: {
      enabled: 'On', filter: { enabled: 'Filter calls', incoming: 'Filter of incoming ones', outgoing: 'Filter of outgoing ones' },
      click_to_call: { outgoing_number: 'Outgoing number', always_show_number: 'Always show the number' },
      incoming: { first: { create: 'First communications', assign: 'Assign to' }, repeat: { create: 'Repeated communications', assign: 'Assign to' }, task_object: 'Task object', personal_manager: 'Forward to the personal manager' },
      outgoing: { first: { create: 'First communications', assign: 'Assign to' }, repeat: { create: 'Repeated communications', assign: 'Assign to' }, task_object: 'Task object' },
      templates: { incoming: 'Task of an incoming call', missed_incoming: 'Task of a missed incoming call', outgoing: 'Task of an outgoing call', missed_outgoing: 'Task of a missed outgoing call' },
      responsibles: { incoming: { default: 'Responsible by default', rules: 'Rules' }, outgoing: { default: 'Responsible by default', rules: 'Rules' } },
      fields: { contact: 'For contacts', task: 'For tasks', call: 'For the analytics «Звонок»' },
    },
    text: {
      enabled: 'On',
      leads: { filter: { enabled: 'Filter leads', conditions: 'Filter of leads' }, first: { create: 'First communications', assign: 'Assign to' }, repeat: { create: 'Repeated communications', assign: 'Assign to' }, contact_template: 'Contact template', task_object: 'Task object' },
      chats: {
        filter: { enabled: 'Filter chats', conditions: 'Filter of chats' }, first: { create: 'First communications', assign: 'Assign to' }, repeat: { create: 'Repeated communications', assign: 'Assign to' },
        create_on: 'Make the contact or task', tags: 'Tags', without_contact_data: 'Take chats without contact data', contact_template: 'Template of the contact', task_object: 'Task object',
      },
      templates: { lead_contact: 'Contact of a new lead', chat_contact: 'Contact of a new chat', lead_task: 'Task of a new lead', chat_task: 'Task of a new chat' },
      responsibles: { leads: { default: 'Responsible by default', rules: 'Rules' }, chats: { default: 'Responsible by default', rules: 'Rules' } },
      fields: { contact: 'For contacts', task: 'For tasks' },
    },
    deals: { enabled: 'On', task_object: 'Task object', success_status: 'Stage of success', failure_status: 'Stage of failure', amount_field: 'Field with the amount of the deal' },
  },
};
