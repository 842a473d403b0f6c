import { Button, Chip, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { useReturnFocus } from '../ui/return-focus';
import { Broken } from '../ui/states';
import { useToast } from '../ui/toast';
import { newId } from './new-id';
import type { WorkCard } from './types';
import { useWork } from './work';

/** Closes a chat, or marks a lead as dealt with; why is told the colleagues and the journal. */
export function CloseDialog({ card, close }: { card: WorkCard; close: () => void }) {
  useReturnFocus();
  const { t } = useTranslation();
  const { connection } = useWork();
  const toast = useToast();
  const [comment, setComment] = useState('');
  const id = useRef(newId());
  const words = card.kind === 'lead' ? 'work.done' : 'work.close';
  const closing = useMutation({
    mutationFn: () => value(api.POST('/api/workspace/{connection}/cards/{id}/close', {
      params: { path: { connection, id: card.id } }, body: { comment: comment.trim() || null, client_id: id.current },
    })),
    onSuccess: () => {
      toast(t(`${words}.did`));
      close();
    },
  });
  const usual = t(`${words}.usual`, { returnObjects: true }) as string[];
  return (
    <Modal opened onClose={close} title={t(`${words}.title`)} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="sm">
        <Group gap={6}>
          {usual.map((one) => <Chip key={one} size="xs" checked={comment === one} onChange={() => setComment(comment === one ? '' : one)}>{one}</Chip>)}
        </Group>
        <Textarea label={t('work.reason')} autosize minRows={2} maxRows={6} maxLength={1000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} data-autofocus />
        {closing.isError && <Broken error={closing.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{t('cancel')}</Button>
          <Button loading={closing.isPending} onClick={() => closing.mutate()}>{t(`${words}.do`)}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
