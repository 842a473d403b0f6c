import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

/** A page: its title (of the window, too), what can be done, and what it shows. */
export function Page({ title, about, actions, children }: {
  title: string; about?: ReactNode; actions?: ReactNode; children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Связка`;
  }, [title]);
  return (
    <Stack gap="lg" maw={1040} mx="auto" w="100%">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} className="wrap">{title}</Title>
          {about && <Text c="dimmed" size="sm" mt={4}>{about}</Text>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
