export default {
  alerts: {
    title: 'Alerts', about: 'One message when a connection breaks and one when it works again; a reminder once a day until it is mended',
    mail: 'E-mail', mailOn: 'Send letters', mailAbout: 'Letters leave through your own SMTP server.',
    host: 'SMTP server', port: 'Port', security: 'Protection', securities: { tls: 'TLS', start_tls: 'STARTTLS', none: 'none' },
    login: 'Login', loginAbout: 'Empty where none is needed', passwordAbout: 'Often an application password', passwordKept: 'Kept. Type one to replace it',
    from: 'From', to: 'To', toAbout: 'One address a line',
    webhook: 'Webhook', webhookOn: 'Send a webhook', webhookAbout: 'A signed POST with JSON to an address of yours.',
    url: 'Address', urlAbout: 'A POST signed with X-Svyazka-Signature goes here', renewSecret: 'Sign with a new secret',
    newSecret: 'The webhook’s signing secret', newSecretAbout: 'Keep it at the receiver now: it is not shown again.',
    what: 'What to be told about', stuck: 'Tell when writes wait or a system does not answer for longer than, minutes', stuckAbout: 'A refused token is told at once',
    test: 'Try it', testAbout: 'Sends a message by the saved settings', taken: 'Delivered', notTaken: 'Not delivered', saved: 'The settings of alerts are saved',
    sent: 'What was sent', sentNone: 'No alerts yet', attempts: 'attempts: {{n}}',
    state: { sent: 'sent {{at}}', waits: 'again {{at}}', givenUp: 'not delivered' },
  },
};
