import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useReturnFocus } from '../ui/return-focus';
import { Broken, Loading } from '../ui/states';
import { useToast } from '../ui/toast';
import { useChannels } from './channels';
import { useAwaitCard } from './await-card';
import { isHidden } from './phones';
import type { TalkChannel, WorkCard } from './types';
import { useWork } from './work';

const nameOf = (one: TalkChannel) => one.name ?? one.kind ?? String(one.id);
const asChoice = (one: TalkChannel) => ({ value: String(one.id), label: nameOf(one), disabled: !one.may_begin });

/** Writes to a client first, in a channel that lets operators do so; the others are shown with the reason. */
export function BeginDialog({ client, close, opened }: { client?: WorkCard; close: () => void; opened: (id: number) => void }) {
  useReturnFocus();
  const { t } = useTranslation();
  const { connection } = useWork();
  const toast = useToast();
  const channels = useChannels();
  const awaitCard = useAwaitCard();
  const [channel, setChannel] = useState<string | null>(null);
  const [to, setTo] = useState('');
  const all = channels.data?.items ?? [];
  const open = all.filter((one) => one.may_begin);
  const shut = all.filter((one) => !one.may_begin);
  const kindOf = (id: string | null) => open.find((one) => String(one.id) === id)?.kind;
  const mail = kindOf(channel) === 'email';
  // a number that somebody may not see is known to the server
  const hidden = !mail && to !== '' && to === client?.phone && isHidden(to);
  const choose = (next: string | null) => {
    setChannel(next);
    setTo((kindOf(next) === 'email' ? client?.email : client?.phone) ?? '');
  };
  const begin = useMutation({
    mutationFn: async () => {
      const name = mail ? 'email' : to.trim().startsWith('@') ? 'username' : 'phone';
      const whom = hidden ? { card: client?.id } : { [name]: to.trim() };
      const { key } = await value(api.POST('/api/workspace/{connection}/chats', { params: { path: { connection } }, body: { channel: Number(channel), ...whom } }));
      return awaitCard(key);
    },
    onSuccess: (id) => {
      if (id === undefined) toast(t('work.begin.soon'));
      else opened(id);
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <Modal opened onClose={close} title={t('work.begin.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      {channels.isPending && <Loading rows={2} />}
      {channels.isError && <Broken error={channels.error} retry={() => void channels.refetch()} />}
      {channels.data && open.length === 0 && <Text size="sm">{t('work.begin.none')}</Text>}
      {open.length > 0 && (
        <form onSubmit={submit}>
          <Stack>
            <Select label={t('work.begin.channel')} required value={channel} onChange={choose} data-autofocus maxDropdownHeight={320}
              description={shut.length > 0 ? t('work.begin.others') : undefined}
              data={shut.length > 0 ? [{ group: t('work.begin.may'), items: open.map(asChoice) }, { group: t('work.begin.mayNot'), items: shut.map(asChoice) }] : open.map(asChoice)} />
            <TextInput label={t(mail ? 'email' : 'work.begin.to')} description={mail ? undefined : t('work.begin.toAbout')} required type={mail ? 'email' : 'text'} readOnly={hidden}
              value={to} onChange={(event) => setTo(event.currentTarget.value)} />
            {begin.isError && <Broken error={begin.error} />}
            <Group justify="flex-end"><Button variant="default" onClick={close}>{t('cancel')}</Button><Button type="submit" disabled={!channel} loading={begin.isPending}>{t('work.begin.do')}</Button></Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
