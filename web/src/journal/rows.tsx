import { Badge, Card, Checkbox, Group, Loader, Text } from '@mantine/core';
import { IconBriefcase, IconDatabaseImport, IconFileText, IconFileUnknown, IconMessage, IconPhoneIncoming, IconPhoneOutgoing, IconPointer, IconSettings } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { told, when } from '../i18n';
import { useNames } from './names';
import { StateBadge } from './state-badge';

export type Communication = Schemas['Communication'];

export interface Picking { ids: ReadonlySet<number>; toggle: (id: number) => void }

/** Only the rows that can be seen are there; the next page is fetched when the end comes near. */
export function Rows({ items, more, loadMore, loading, picking }: { items: Communication[]; more: boolean; loadMore: () => void; loading: boolean; picking?: Picking }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: items.length, estimateSize: () => 92, overscan: 8, scrollMargin: list.current?.offsetTop ?? 0, getItemKey: (at) => items[at]!.id,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !loading && last >= items.length - 5) loadMore();
  }, [last, more, loading, items.length, loadMore]);
  return (
    <>
      <div ref={list} role="list" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.map((row) => (
          <div key={row.key} role="listitem" data-index={row.index} ref={rows.measureElement}
            style={{ position: 'absolute', top: 0, left: 0, width: '100%', paddingBottom: 8, transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}>
            <Item one={items[row.index]!} picking={picking} />
          </div>
        ))}
      </div>
      {loading && <Group justify="center"><Loader size="sm" aria-label={t('loading')} /></Group>}
    </>
  );
}

const ICONS: Record<string, typeof IconMessage> = {
  click: IconPointer, lead: IconFileText, chat: IconMessage, deal: IconBriefcase, unreadable: IconFileUnknown, channel: IconSettings, uis_account: IconSettings, backfill: IconDatabaseImport,
};

function Item({ one, picking }: { one: Communication; picking?: Picking }) {
  const { t } = useTranslation();
  const names = useNames();
  const Icon = ICONS[names.kind(one)] ?? (one.direction === 'out' ? IconPhoneOutgoing : IconPhoneIncoming);
  return (
    <Group wrap="nowrap" gap="xs">
      {picking && <Checkbox aria-label={t('journal.pick', { name: names.title(one) })} checked={picking.ids.has(one.id)} onChange={() => picking.toggle(one.id)} />}
      <Link to={`/journal/${one.id}`} className="row-link" style={{ flex: 1, minWidth: 0 }}>
        <Card className="card" padding="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
            <Group gap="sm" wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
              <Icon size={20} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
              <div style={{ minWidth: 0 }}>
                <Text fw={600} size="sm" className="wrap">{names.title(one)}</Text>
                <Text size="xs" c="dimmed" className="wrap">
                  {[names.about(one), names.client(one), names.phone(one), one.direction && t(`journal.direction.${one.direction}`), when(one.started_at), one.connection].filter(Boolean).join(' · ')}
                </Text>
                {one.text && <Text size="xs" className="wrap" lineClamp={2}>{told(one.text)}</Text>}
              </div>
            </Group>
            <Group gap={6} justify="flex-end" style={{ flexShrink: 0 }}>
              {one.task && <Badge variant="default" tt="none" visibleFrom="xs">{t('journal.taskN', { number: one.task })}</Badge>}
              <StateBadge state={one.state} />
            </Group>
          </Group>
        </Card>
      </Link>
    </Group>
  );
}
