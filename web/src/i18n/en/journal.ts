export default {
  journal: {
    title: 'Journal', about: 'What became of each communication, and why', phone: 'Phone', state: 'State', kind: 'Kind', connection: 'Connection', task: 'Task number', all: 'All', none: 'Nothing found', noneAbout: 'No communications fit this filter.',
    empty: 'No communications yet', emptyAbout: 'Every call will stand here: what UIS said, what was decided and why, what was written into Planfix.', reset: 'Reset the filter', refresh: 'Refresh',
    states: { waiting: 'Going on', done: 'Done', filtered: 'Filtered out', dead: 'Given up', unreadable: 'Unreadable' },
    kinds: { call: 'Call', click: 'Call by click', lead: 'Lead', deal: 'Deal', chat: 'Chat', unreadable: 'Unknown' },
    direction: { in: 'incoming', out: 'outgoing' }, noPhone: 'number unknown', pending_one: '{{count}} write to go', pending_other: '{{count}} writes to go',
    back: 'To the journal', story: 'What happened', taskN: 'Task {{number}}', contactN: 'Contact {{number}}', replay: 'Replay', replayAsk: 'The communication is worked off once more by the settings of today. What was done already is not done again.',
    replayed: 'It is being worked off again', data: 'Details', started: 'Began', updated: 'Updated', why: 'Why so', noNotes: 'Nothing was noted yet',
  },
};
