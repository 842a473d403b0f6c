// The list: queue, mine, all, archive; thousands of cards without lag, by mouse and by keyboard.
import { Badge, Loader, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Broken, Loading } from '../ui/states';
import { inView, type Cards, type Counts } from './board';
import { CardRow } from './card-row';
import { useArchive } from './cards';
import { useNow } from './now';
import type { View, WorkCard } from './types';
import classes from './workspace.module.css';

const ROW_PX = 76;

interface Props {
  cards: UseQueryResult<Cards>; counts: Counts; view: View; choose: (view: View) => void; opened?: number; open: (id: number) => void;
}

export function List({ cards, counts, view, choose, opened, open }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const archive = useArchive(view === 'archive');
  const items = useMemo(() => {
    const all = view === 'archive' ? archive.data?.pages.flatMap((page) => page.items) ?? [] : inView(cards.data ?? {}, view);
    return all.filter((card) => fits(card, wanted));
  }, [cards.data, archive.data, view, wanted]);
  const source = view === 'archive' ? archive : cards;
  const label = (name: View, count?: number, color = 'gray') => (
    <span className={classes.tab}>{t(`work.view.${name}`)}{count ? <Badge size="xs" circle={count < 10} variant={color === 'gray' ? 'light' : 'filled'} color={color}>{count}</Badge> : null}</span>
  );
  return (
    <section className={classes.list} aria-label={t('work.list')}>
      <div className={classes.listHead}>
        <SegmentedControl fullWidth size="xs" value={view} onChange={(next) => choose(next as View)} aria-label={t('work.views')} data={[
          { value: 'queue', label: label('queue', counts.queue, 'orange') }, { value: 'mine', label: label('mine', counts.unread || counts.mine, counts.unread ? 'leaf' : 'gray') },
          { value: 'all', label: label('all') }, { value: 'archive', label: label('archive') },
        ]} />
        <TextInput size="xs" leftSection={<IconSearch size={14} />} placeholder={t('work.search')} aria-label={t('work.search')}
          value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      </div>
      {source.isError && <Broken error={source.error} retry={() => void source.refetch()} />}
      {source.isPending && <div className={classes.pad}><Loading rows={5} /></div>}
      {source.data && items.length === 0 && <Text c="dimmed" size="sm" ta="center" p="xl">{t(wanted ? 'work.notFound' : `work.empty.${view}`)}</Text>}
      <Rows items={items} opened={opened} open={open} end={() => {
        if (view === 'archive' && archive.hasNextPage && !archive.isFetching) void archive.fetchNextPage();
      }} />
      {archive.isFetchingNextPage && <Loader size="sm" mx="auto" my="xs" />}
    </section>
  );
}

function fits(card: WorkCard, wanted: string): boolean {
  const word = wanted.trim().toLowerCase();
  if (!word) return true;
  const digits = word.replace(/\D/g, '');
  const said = [card.client, card.email, card.holder_name, card.channel_name, card.last?.text].join(' ').toLowerCase();
  return said.includes(word) || (digits.length > 2 && (card.phone ?? '').includes(digits));
}

function Rows({ items, opened, open, end }: { items: WorkCard[]; opened?: number; open: (id: number) => void; end: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const at = items.findIndex((card) => card.id === opened);
  const go = (index: number) => {
    const card = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!card) return;
    open(card.id);
    rows.scrollToIndex(items.indexOf(card));
  };
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  return (
    <div ref={scroller} className={classes.scroll} tabIndex={items.length > 0 ? 0 : -1} role="listbox" aria-label={t('work.list')} onKeyDown={keys}
      aria-activedescendant={at >= 0 ? `card-${opened}` : undefined} onScroll={() => { if (last >= items.length - 5) end(); }}>
      <div className={classes.tall} style={{ height: rows.getTotalSize() }} role="presentation">
        {shown.map((row) => {
          const card = items[row.index];
          return card && (
            <div key={row.key} className={classes.row} style={{ height: row.size, transform: `translateY(${row.start}px)` }} role="presentation">
              <CardRow card={card} opened={card.id === opened} open={open} now={now} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
