import { ThemeIcon, Tooltip } from '@mantine/core';
import {
  IconBrandFacebook, IconBrandInstagram, IconBrandTelegram, IconBrandVk, IconBrandWhatsapp, IconDeviceMobileMessage, IconForms, IconMail,
  IconMessage, IconMessageCircle, IconPhone, IconShoppingBag, IconWorld, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkCard } from './types';

/** By the beginning of UIS's word: it adds channels without notice. */
const KINDS: [string, Icon, string][] = [
  ['comagic', IconWorld, 'leaf'], ['whatsapp', IconBrandWhatsapp, 'green'], ['waba', IconBrandWhatsapp, 'green'], ['telegram', IconBrandTelegram, 'blue'],
  ['viber', IconPhone, 'violet'], ['vk', IconBrandVk, 'indigo'], ['avito', IconShoppingBag, 'cyan'], ['sms', IconDeviceMobileMessage, 'gray'],
  ['email', IconMail, 'orange'], ['max', IconMessageCircle, 'grape'], ['instagram', IconBrandInstagram, 'pink'], ['facebook', IconBrandFacebook, 'blue'],
];

export function ChannelIcon({ card }: { card: WorkCard }) {
  const { t } = useTranslation();
  const lead = card.kind === 'lead';
  const found = KINDS.find(([kind]) => card.channel_kind?.startsWith(kind));
  const [, Shown, color] = lead ? ['', IconForms, 'yellow'] as const : found ?? ['', IconMessage, 'gray'] as const;
  const name = lead ? t('work.lead') : card.channel_name ?? card.channel_kind ?? t('work.chat');
  return (
    <Tooltip label={name} openDelay={400}>
      <ThemeIcon variant="light" color={color} size={34} radius="xl"><Shown size={19} stroke={1.7} role="img" aria-label={name} /></ThemeIcon>
    </Tooltip>
  );
}
