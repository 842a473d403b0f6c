import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, value } from '../api/client';
import { Broken } from '../ui/states';
import { useToast } from '../ui/toast';

/** Takes a settings file over, after asking. */
export function ImportDialog({ file, close }: { file: File | null; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const take = useMutation({
    mutationFn: async (chosen: File) => value(api.POST('/api/connections/import', {
      body: await chosen.text(),
      headers: { 'Content-Type': 'application/yaml' },
      bodySerializer: (text: string) => text,
    })),
    onSuccess: (saved) => {
      void queries.invalidateQueries();
      toast(t(`import.${saved.outcome}`, { name: saved.name }));
      close();
      void navigate(`/connections/${saved.name}`);
    },
  });
  const shut = () => {
    take.reset();
    close();
  };
  return (
    <Modal opened={file !== null} onClose={shut} title={t('import.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text size="sm" className="wrap">{t('import.about', { file: file?.name ?? '' })}</Text>
        {take.isError && <Broken error={take.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={shut}>{t('cancel')}</Button>
          <Button loading={take.isPending} onClick={() => file && take.mutate(file)}>{t('import.go')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
