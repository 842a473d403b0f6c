import { Anchor, Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useDisclosure, useElementSize } from '@mantine/hooks';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { when } from '../i18n';
import classes from './overview.module.css';

type Hour = Schemas['OverviewHour'];

/** What the bars are divided by, from the axis upwards. */
const PARTS = {
  kinds: ['calls', 'chats', 'leads', 'unreadable'],
  standings: ['done', 'filtered', 'waiting', 'failed'],
} as const;
type By = keyof typeof PARTS;
type Part = (typeof PARTS)[By][number];

/** How many of an hour are of a part. */
function many(hour: Hour, part: Part): number {
  return part in hour.kinds ? hour.kinds[part as keyof Hour['kinds']] : hour[part as 'done'];
}
const HEIGHT = 140;
const BELOW = 18;
const LEFT = 28;

function total(hour: Hour): number {
  return PARTS.standings.reduce((sum, part) => sum + hour[part], 0);
}

/** The communications of each hour, one bar an hour, coloured by what they are or by how they stand. */
export function DayChart({ hours }: { hours: Hour[] }) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const [by, setBy] = useState<By>('kinds');
  const parts: readonly Part[] = PARTS[by];
  const most = Math.max(...hours.map(total), 0);
  if (most === 0) return <div ref={ref}><Text c="dimmed">{t('overview.dayNone')}</Text><Deals hours={hours} /></div>;
  const step = Math.max(width - LEFT, 0) / hours.length;
  const every = step < 20 ? 6 : 3;
  return (
    <div ref={ref}>
      <SegmentedControl size="xs" mb="sm" value={by} onChange={(next) => setBy(next as By)} aria-label={t('overview.by')}
        data={(['kinds', 'standings'] as const).map((one) => ({ value: one, label: t(`overview.byPart.${one}`) }))} />
      <svg className={classes.chart} width={width} height={HEIGHT + BELOW + 8} viewBox={`0 -8 ${Math.max(width, 1)} ${HEIGHT + BELOW + 8}`} aria-hidden>
        <line className={classes.axis} x1={LEFT} x2={width} y1={HEIGHT} y2={HEIGHT} />
        <line className={classes.axis} x1={LEFT} x2={width} y1={0} y2={0} strokeDasharray="2 4" />
        <text className={classes.tick} x={LEFT - 6} y={4} textAnchor="end">{most}</text>
        <text className={classes.tick} x={LEFT - 6} y={HEIGHT + 4} textAnchor="end">0</text>
        {hours.map((hour, at) => <Bar key={hour.hour} hour={hour} parts={parts} x={LEFT + at * step} width={step} most={most} named={(hours.length - 1 - at) % every === 0} label={label(hour, parts, t)} />)}
      </svg>
      <Group gap="md" mt="xs">
        {parts.map((part) => (
          <Group key={part} gap={6}>
            <span className={`${classes.swatch} ${classes[part]}`} aria-hidden />
            <Text size="xs">{t(`overview.kinds.${part}`)}: {hours.reduce((sum, hour) => sum + many(hour, part), 0)}</Text>
          </Group>
        ))}
      </Group>
      <Deals hours={hours} />
      <HourTable hours={hours} parts={parts} />
    </div>
  );
}

/** Deals are no communications: they stand beside them. */
function Deals({ hours }: { hours: Hour[] }) {
  const { t, i18n } = useTranslation();
  const deals = hours.reduce((sum, hour) => sum + hour.deals, 0);
  if (deals === 0) return null;
  return <Anchor component={Link} to="/journal?kind=deal" size="xs" mt="xs" display="block" underline="always">{t('overview.deals', { number: deals.toLocaleString(i18n.language) })}</Anchor>;
}

/** The same as a table, for who can't see the bars. */
function HourTable({ hours, parts }: { hours: Hour[]; parts: readonly Part[] }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" size="compact-xs" ml={-8} mt="xs" onClick={toggle} aria-expanded={opened}>{t('overview.asTable')}</Button>
      {opened && (
        <Table.ScrollContainer minWidth={320}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th scope="col">{t('overview.hour')}</Table.Th>{parts.map((part) => <Table.Th key={part} scope="col" ta="right">{t(`overview.kinds.${part}`)}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {hours.filter(total).map((hour) => (
                <Table.Tr key={hour.hour}><Table.Th scope="row" fw={400}>{when(hour.hour)}</Table.Th>{parts.map((part) => <Table.Td key={part} ta="right">{many(hour, part)}</Table.Td>)}</Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function label(hour: Hour, parts: readonly Part[], t: TFunction): string {
  const counts = parts.filter((part) => many(hour, part) > 0).map((part) => `${t(`overview.kinds.${part}`)} ${many(hour, part)}`);
  return t('overview.hourRow', { hour: when(hour.hour), counts: counts.join(', ') || '0' });
}

function Bar({ hour, parts, x, width, most, named, label: words }: { hour: Hour; parts: readonly Part[]; x: number; width: number; most: number; named: boolean; label: string }) {
  let top = HEIGHT;
  const gap = Math.min(width / 4, 4);
  return (
    <g>
      <title>{words}</title>
      <rect x={x} y={0} width={width} height={HEIGHT} fill="transparent" />
      {parts.map((part) => {
        const height = (many(hour, part) / most) * HEIGHT;
        top -= height;
        return height > 0 && <rect key={part} className={classes[part]} x={x + gap / 2} y={top} width={Math.max(width - gap, 1)} height={height} />;
      })}
      {named && <text className={classes.tick} x={x + width / 2} y={HEIGHT + BELOW - 2} textAnchor="middle">{new Date(hour.hour).getHours().toString().padStart(2, '0')}</text>}
    </g>
  );
}
