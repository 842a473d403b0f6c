import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value, type Schemas } from '../api/client';
import { useReturnFocus } from '../ui/return-focus';
import { Broken, Loading } from '../ui/states';
import { useWork } from './work';
import classes from './workspace.module.css';

type Reply = Schemas['QuickReply'];

/** The ready answers of all operators of the connection. */
export function QuickRepliesEditor({ close }: { close: () => void }) {
  useReturnFocus();
  const { t } = useTranslation();
  const { connection } = useWork();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Reply | 'new'>();
  const key = ['work', connection, 'quick'];
  const replies = useQuery({
    queryKey: key,
    queryFn: () => value(api.GET('/api/workspace/{connection}/quick-replies', { params: { path: { connection } } })),
  });
  const changed = () => {
    void queries.invalidateQueries({ queryKey: key });
    setEditing(undefined);
  };
  const remove = useMutation({
    mutationFn: (id: number) => value(api.DELETE('/api/workspace/{connection}/quick-replies/{id}', { params: { path: { connection, id } } })),
    onSuccess: changed,
  });
  return (
    <Modal opened onClose={close} title={t('work.quick.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('work.quick.about')}</Text>
        {replies.isPending && <Loading rows={2} />}
        {replies.isError && <Broken error={replies.error} retry={() => void replies.refetch()} />}
        {remove.isError && <Broken error={remove.error} />}
        {replies.data?.items.length === 0 && !editing && <Text size="sm">{t('work.quick.none')}</Text>}
        {replies.data?.items.map((one) => (editing !== 'new' && editing?.id === one.id
          ? <ReplyForm key={one.id} reply={one} done={changed} cancel={() => setEditing(undefined)} />
          : (
            <Group key={one.id} wrap="nowrap" align="flex-start" gap="xs">
              <div className={classes.grow}><Text size="sm" fw={600} className="wrap">{one.title}</Text><Text size="sm" c="dimmed" className={classes.text}>{one.text}</Text></div>
              <ActionIcon variant="subtle" color="gray" aria-label={t('work.quick.change', { title: one.title })} onClick={() => setEditing(one)}><IconPencil size={16} /></ActionIcon>
              <ActionIcon variant="subtle" color="red" aria-label={t('work.quick.drop', { title: one.title })} loading={remove.isPending && remove.variables === one.id}
                onClick={() => remove.mutate(one.id)}><IconTrash size={16} /></ActionIcon>
            </Group>
          )))}
        {editing === 'new'
          ? <ReplyForm done={changed} cancel={() => setEditing(undefined)} />
          : <Group><Button size="xs" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>{t('work.quick.add')}</Button></Group>}
      </Stack>
    </Modal>
  );
}

function ReplyForm({ reply, done, cancel }: { reply?: Reply; done: () => void; cancel: () => void }) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const [title, setTitle] = useState(reply?.title ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const save = useMutation({
    mutationFn: () => (reply
      ? value(api.PUT('/api/workspace/{connection}/quick-replies/{id}', { params: { path: { connection, id: reply.id } }, body: { title, text } }))
      : value(api.POST('/api/workspace/{connection}/quick-replies', { params: { path: { connection } }, body: { title, text } }))),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput label={t('work.quick.name')} required maxLength={100} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
        <Textarea label={t('work.quick.text')} description={t('work.quick.variables', { visitor: '{{visitor_name}}', me: '{{employee_full_name}}' })} required autosize minRows={2} maxRows={8}
          value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {save.isError && <Broken error={save.error} />}
        <Group justify="flex-end"><Button size="xs" variant="default" onClick={cancel}>{t('cancel')}</Button><Button size="xs" type="submit" loading={save.isPending}>{t('save')}</Button></Group>
      </Stack>
    </form>
  );
}
