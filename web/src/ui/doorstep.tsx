import { Card, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

/** The page of whoever is not let in yet. */
export function Doorstep({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Связка`;
  }, [title]);
  return (
    <Center mih="100dvh" p="md" component="main">
      <Card className="card" padding="xl" w={420} maw="100%" shadow="sm">
        <Stack gap="lg">
          <Group gap="sm"><img src="/icon.svg" width={36} height={36} alt="" /><Text fw={700} size="xl">Связка</Text></Group>
          <Title order={1}>{title}</Title>
          {children}
        </Stack>
      </Card>
    </Center>
  );
}
