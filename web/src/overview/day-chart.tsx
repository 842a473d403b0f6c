import { Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { when } from '../i18n';
import classes from './overview.module.css';

type Hour = Schemas['OverviewHour'];

// from the axis upwards
const KINDS = ['done', 'filtered', 'waiting', 'failed'] as const;
const HEIGHT = 140;
const BELOW = 18;
const LEFT = 28;

function total(hour: Hour): number {
  return KINDS.reduce((sum, kind) => sum + hour[kind], 0);
}

/** The communications of each hour, one bar an hour, coloured by how they stand. */
export function DayChart({ hours }: { hours: Hour[] }) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const most = Math.max(...hours.map(total), 0);
  if (most === 0) return <div ref={ref}><Text c="dimmed">{t('overview.dayNone')}</Text></div>;
  const step = Math.max(width - LEFT, 0) / hours.length;
  const every = step < 20 ? 6 : 3;
  return (
    <div ref={ref}>
      <svg className={classes.chart} width={width} height={HEIGHT + BELOW + 8} viewBox={`0 -8 ${Math.max(width, 1)} ${HEIGHT + BELOW + 8}`} aria-hidden>
        <line className={classes.axis} x1={LEFT} x2={width} y1={HEIGHT} y2={HEIGHT} />
        <line className={classes.axis} x1={LEFT} x2={width} y1={0} y2={0} strokeDasharray="2 4" />
        <text className={classes.tick} x={LEFT - 6} y={4} textAnchor="end">{most}</text>
        <text className={classes.tick} x={LEFT - 6} y={HEIGHT + 4} textAnchor="end">0</text>
        {hours.map((hour, at) => <Bar key={hour.hour} hour={hour} x={LEFT + at * step} width={step} most={most} named={(hours.length - 1 - at) % every === 0} label={label(hour, t)} />)}
      </svg>
      <Group gap="md" mt="xs">
        {KINDS.map((kind) => (
          <Group key={kind} gap={6}>
            <span className={`${classes.swatch} ${classes[kind]}`} aria-hidden />
            <Text size="xs">{t(`overview.kinds.${kind}`)}: {hours.reduce((sum, hour) => sum + hour[kind], 0)}</Text>
          </Group>
        ))}
      </Group>
      <ul className="visually-hidden">
        {hours.filter(total).map((hour) => <li key={hour.hour}>{label(hour, t)}</li>)}
      </ul>
    </div>
  );
}

function label(hour: Hour, t: TFunction): string {
  const counts = KINDS.filter((kind) => hour[kind] > 0).map((kind) => `${t(`overview.kinds.${kind}`)} ${hour[kind]}`);
  return t('overview.hourRow', { hour: when(hour.hour), counts: counts.join(', ') || '0' });
}

function Bar({ hour, x, width, most, named, label: words }: { hour: Hour; x: number; width: number; most: number; named: boolean; label: string }) {
  let top = HEIGHT;
  const gap = Math.min(width / 4, 4);
  return (
    <g>
      <title>{words}</title>
      <rect x={x} y={0} width={width} height={HEIGHT} fill="transparent" />
      {KINDS.map((kind) => {
        const height = (hour[kind] / most) * HEIGHT;
        top -= height;
        return height > 0 && <rect key={kind} className={classes[kind]} x={x + gap / 2} y={top} width={Math.max(width - gap, 1)} height={height} />;
      })}
      {named && <text className={classes.tick} x={x + width / 2} y={HEIGHT + BELOW - 2} textAnchor="middle">{new Date(hour.hour).getHours().toString().padStart(2, '0')}</text>}
    </g>
  );
}
