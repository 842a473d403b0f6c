export default {
  overview: {
    title: 'Overview', about: 'Whether the integration works right now', at: 'As of {{at}}',
    light: { works: 'works', waits: 'waits for Planfix', waitsUis: 'waits for UIS', needs_hand: 'needs your attention' },
    lastEvent: 'Last event', noEvents: 'no events yet', waiting: 'Writes to be made', dead: 'Given up in 24 hours',
    budget: 'Planfix requests left today', unknown: 'not known yet', paused: 'Planfix asks to wait until {{at}}',
    inQueue_one: '{{count}} in the queue', inQueue_other: '{{count}} in the queue',
    door: '{{door}}: shut, next try {{at}}', doorHand: '{{door}}: shut until the cause is mended; checked {{at}}',
    doors: { planfix: { rest: 'Planfix REST API', telephony: 'Planfix telephony' }, settings: 'Settings' },
    cure: 'How to mend it: page {{code}} in docs/errors',
    backlog: 'Being worked on: {{due}}', oldest: 'the oldest waits since {{at}}', idle: 'The queue is empty',
    day: 'Communications of the last 24 hours', dayNone: 'There were none in the last 24 hours',
    kinds: { done: 'Done', filtered: 'Filtered out', waiting: 'Going on', failed: 'Given up' }, hour: 'Hour', hourRow: '{{hour}}: {{counts}}',
    troubles: 'Errors of the last 7 days', troublesNone: 'No errors in 7 days', times: '× {{count}}', last: 'last one {{at}}', open: 'Open the communication',
  },
};
