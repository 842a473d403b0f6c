import { Badge, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { when } from '../i18n';
import { Cure } from './cure';

type Side = Schemas['OverviewSide'];

const COLORS: Record<Schemas['SideState'], string> = { answers: 'leaf', fails: 'red.9', unknown: 'gray', off: 'gray' };

/** Whether UIS and Planfix can be reached, as was really seen. */
export function Sides({ sides, connection }: { sides: Side[]; connection: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="md">
      <Title order={3} size="h5">{t('overview.reach')}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {sides.map((side) => (
          <li key={side.side}>
            <Text size="sm" fw={600} component="span" mr={8}>{t(`overview.sides.${side.side}`)}</Text>
            <Badge size="sm" tt="none" color={COLORS[side.state]} variant={side.state === 'fails' ? 'filled' : 'light'}>{t(`overview.sideState.${side.state}`)}</Badge>
            <Text size="xs" c="dimmed" className="wrap">{seen(side, t)}</Text>
            {side.state === 'fails' && side.code && (
              <>
                <Text size="xs" className="wrap">{side.code}: {side.message}</Text>
                <Cure code={side.code} connection={connection} />
              </>
            )}
          </li>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function seen(side: Side, t: TFunction): string {
  if (side.state === 'off') return t('overview.sideOff');
  if (side.state === 'unknown') return t('overview.sideUnknown');
  const told = [side.answered_at ? t('overview.answered', { at: when(side.answered_at, true) }) : t('overview.neverAnswered')];
  if (side.failing_since) told.push(t('overview.failingSince', { at: when(side.failing_since, true) }));
  else if (side.failed_at) told.push(t('overview.failed', { at: when(side.failed_at), code: side.code ?? '' }));
  return told.join(' · ');
}
