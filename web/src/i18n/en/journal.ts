export default {
  journal: {
    title: 'Journal', about: 'What became of each communication, and why', phone: 'Phone', name: 'Name or title', from: 'From', till: 'Till', filter: 'Filter', filterN: 'Filter: {{count}}', pick: 'Pick: {{name}}', state: 'State', kind: 'Kind', connection: 'Connection', task: 'Task number', all: 'All', none: 'Nothing found', noneAbout: 'No communications fit this filter.',
    empty: 'No communications yet', emptyAbout: 'Every call, chat and lead will stand here: what UIS said, what was decided and why, what was written into Planfix.', reset: 'Reset the filter', refresh: 'Refresh',
    states: { waiting: 'Going on', done: 'Done', filtered: 'Filtered out', dead: 'Given up', unreadable: 'Unreadable' },
    kinds: { communication: 'Calls, chats and leads', call: 'Call', chat: 'Chat', lead: 'Lead', deal: 'Deal', click: 'Call by click', unreadable: 'Unknown', service: 'Housekeeping', channel: 'Chat channel', uis_account: 'Chat account', backfill: 'Load of existing tasks' },
    direction: { in: 'incoming', out: 'outgoing' }, noPhone: 'number unknown', pending_one: '{{count}} write to go', pending_other: '{{count}} writes to go',
    back: 'To the journal', story: 'What happened', taskN: 'Task {{number}}', contactN: 'Contact {{number}}',
    mend: {
      more: 'More',
      replay: { do: 'Work off anew', ask: 'The communication is worked off once more by the settings of today. What was done already is not done again.', done: 'It is being worked off anew' },
      retry: { do: 'Try again', ask: 'Only what failed is tried again; the decision stays. What may have reached Planfix is looked for first.', done: 'It is being tried again' },
      send_anyway: { do: 'Send without looking', ask: 'The writes go to Planfix without looking whether they are there. If the former attempt has arrived after all, the task, the card or the comment will be there twice.', done: 'It is being sent' },
      set_filter_aside: { do: 'Set the filter aside', ask: 'The communication is worked off as if the filter let it pass. The story keeps who did it. Cards of a call that is over are not shown.', done: 'It is being worked off with the filter set aside' },
    },
    bulk: {
      all: 'Do with all', found: 'Do with what is found', picked: 'Do with the picked: {{count}}', pick: 'Pick', unpick: 'Pick none', nothing: 'There are none it fits.', go: 'Do it: {{count}}',
      count_one: 'It fits {{count}} communication.', count_other: 'It fits {{count}} communications.', done_one: '{{count}} communication is being worked on', done_other: '{{count}} communications are being worked on',
    },
    data: 'Details', started: 'Began', updated: 'Updated', why: 'Why so', who: { in: 'came in', decided: 'decided', out: 'sent', person: 'done by a person' }, noNotes: 'Nothing was noted yet',
  },
};
