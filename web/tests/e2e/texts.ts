// Leads and chats that happen in the simulated UIS.
import { newPhone, type Outside } from './calls';

export interface Lead {
  name?: string;
  phone: string;
  email?: string;
  text?: string;
  site?: string;
  form?: string;
  campaign?: string;
}

export interface Chat {
  phone: string;
  name?: string;
  email?: string;
  channel?: string;
  campaign?: string;
  tag?: string;
  text?: string;
}

// what a site may tell: with the advertising in it nothing has to wait for the report, which is read once a minute
const TOLD = ['communication_id', 'date_time', 'visitor_name', 'visitor_phone_number', 'visitor_email', 'text', 'site_domain_name', 'form_name', 'campaign_name', 'source_name', 'utm_source'];

/** Makes the site tell of its leads, and the report of chats come soon. */
export async function hasten(outside: Outside) {
  const body = `{"event":"lead",${TOLD.map((name) => `"${name}":{{${name}}}`).join(',')}}`;
  await outside.order('uis/settings', { templates: { lead: { carrier: 'post_json', body } } }, 'put');
  await outside.order('uis/chat/settings', { report_lag: { secs: 1 } }, 'put');
}

/** Lets visitors leave leads, and waits until they are handled. */
export async function leave(outside: Outside, ...leads: Lead[]) {
  await outside.handle(leads.map(({ phone }) => phone), async () => {
    for (const lead of leads) await outside.order('uis/leads', { name: 'Ольга', text: 'Нужен букет', ...lead });
  });
}

/** Lets visitors write and go, and waits until their chats are handled. */
export async function chat(outside: Outside, ...chats: Chat[]) {
  await outside.handle(chats.map(({ phone }) => phone), async () => {
    for (const one of chats) await write(outside, one);
  });
}

/** Lets a visitor write and go, without waiting for what comes of it. */
export async function write(outside: Outside, { phone, ...more }: Omit<Chat, 'phone'> & { phone?: string; ends?: boolean }) {
  // a visitor who is called by a number has that phone
  await outside.order('uis/chats', { visitor: phone ?? `guest-${newPhone()}`, phone, name: 'Игорь', text: 'Есть пионы?', ends: true, ...more });
}
