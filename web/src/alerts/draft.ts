// The settings as the page changes them.
import type { Schemas } from '../api/client';

export type Draft = Omit<Schemas['AlertsBody'], 'version' | 'muted'> & { muted: string[] };
export type Mail = Schemas['AlertMailBody'];
export type Webhook = Schemas['AlertWebhookBody'];

/** The settings as they are, to be changed; secrets are not among them. */
export function draftOf(settings: Schemas['AlertsShown']): Draft {
  const { mail, webhook, muted, stuck_after_minutes } = settings;
  const { has_password: _, ...known } = mail ?? { has_password: false };
  return {
    mail: mail ? (known as Mail) : undefined,
    webhook: webhook ? { ...webhook, new_secret: false } : undefined,
    muted,
    stuck_after_minutes,
  };
}

export const NEW_MAIL: Mail = { enabled: true, host: '', port: 465, security: 'tls', login: '', from: '', to: [] };
export const NEW_WEBHOOK: Webhook = { enabled: true, url: '', new_secret: false };

/** Addresses as people write them: by commas, blanks or lines. */
export function addresses(text: string): string[] {
  return text.split(/[\s,;]+/).filter((one) => one !== '');
}
