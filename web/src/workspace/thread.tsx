// What was said: thousands of lines without lag; older ones come while scrolling up, and nothing jumps.
import { ActionIcon, Badge, Loader } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Bubble } from './bubble';
import { EventLine } from './event-line';
import { useDay } from './moments';
import type { Outgoing } from './outbox';
import { OutgoingBubble } from './outgoing-bubble';
import { buildRows } from './rows';
import { settleAtEnd } from './settle';
import type { Thread as Known } from './thread-lines';
import type { Line, WorkCard } from './types';
import { useWork } from './work';
import classes from './workspace.module.css';

const END_PX = 60;
const EARLY_PX = 600;
const LIT_MS = 1_600;

export interface ThreadHandle { show: (name: string) => void; end: () => void }

interface Props {
  card: WorkCard; thread: Known; outgoing: Outgoing[]; loadOlder: () => Promise<boolean>;
  quote: (line: Line) => void; jump: (name: string) => void; atEnd: (is: boolean) => void; ref: Ref<ThreadHandle>;
}

export function Thread({ card, thread, outgoing, loadOlder, quote, jump, atEnd, ref }: Props) {
  const { t } = useTranslation();
  const { me } = useWork();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => buildRows(thread.lines, outgoing, me.employee, thread.older), [thread, outgoing, me.employee]);
  const byName = useMemo(() => new Map(thread.lines.map((line) => [line.name, line])), [thread.lines]);
  const [lit, setLit] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const [away, setAway] = useState(false);
  const day = useDay();
  const shown = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => (rows[index]?.kind === 'line' ? 64 : 40), overscan: 12, anchorTo: 'end', followOnAppend: true, scrollEndThreshold: END_PX,
    paddingStart: 12, paddingEnd: 12,
  });
  const began = useRef(false);
  const settle = useRef<() => void>(undefined);
  useEffect(() => {
    if (began.current || rows.length === 0 || !scroller.current) return;
    began.current = true;
    settle.current = settleAtEnd(scroller.current, () => shown.scrollToIndex(rows.length - 1, { align: 'end' }));
  }, [rows.length, shown]);
  useEffect(() => () => settle.current?.(), []);
  const last = rows.length - 1;
  useImperativeHandle(ref, () => ({
    show: (name) => setWanted(name),
    // after the message has become a row
    end: () => window.requestAnimationFrame(() => shown.scrollToEnd?.() ?? shown.scrollToIndex(last, { align: 'end' })),
  }), [shown, last]);
  useEffect(() => {
    const index = rows.findIndex((row) => row.key === wanted);
    if (wanted === undefined || index < 0) return;
    settle.current?.();
    shown.scrollToIndex(index, { align: 'center' });
    setWanted(undefined);
    setLit(wanted);
  }, [wanted, rows, shown]);
  useEffect(() => {
    if (!lit) return;
    const timer = window.setTimeout(() => setLit(undefined), LIT_MS);
    return () => window.clearTimeout(timer);
  }, [lit]);
  const [loading, setLoading] = useState(false);
  const scrolled = () => {
    const place = scroller.current;
    if (!place) return;
    const rest = place.scrollHeight - place.scrollTop - place.clientHeight;
    setAway(rest > 300);
    atEnd(rest < END_PX);
    if (place.scrollTop < EARLY_PX && thread.older && !loading) {
      setLoading(true);
      void loadOlder().finally(() => setLoading(false));
    }
  };
  // what came is too little to scroll, or was scrolled away already
  useEffect(() => {
    const next = window.requestAnimationFrame(scrolled);
    return () => window.cancelAnimationFrame(next);
  }, [thread.lines.length, loading]); // eslint-disable-line
  return (
    <div className={classes.thread}>
      <div ref={scroller} className={classes.scroll} onScroll={scrolled} tabIndex={0} role="log" aria-label={t('work.thread')} aria-live="off">
        {loading && <Loader size="xs" className={classes.older} aria-label={t('loading')} />}
        <div className={classes.tall} style={{ height: shown.getTotalSize() }}>
          {shown.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row && (
              <div key={item.key} data-index={item.index} ref={shown.measureElement} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
                {row.day && <div className={classes.day}><span>{day(row.day)}</span></div>}
                {row.kind === 'line' && (row.line.message
                  ? <Bubble card={card} line={row.line} message={row.line.message} quoted={byName.get(row.line.message.reply_to ?? '')} lit={lit === row.key} quote={quote} jump={jump} />
                  : row.line.event && <EventLine line={row.line} event={row.line.event} />)}
                {row.kind === 'outgoing' && <OutgoingBubble item={row.item} quoted={byName.get(row.item.reply_to ?? '')} />}
              </div>
            );
          })}
        </div>
      </div>
      {away && (
        <ActionIcon variant="default" radius="xl" size="lg" className={classes.down} aria-label={t('work.toEnd')} onClick={() => shown.scrollToIndex(last, { align: 'end' })}>
          <IconArrowDown size={18} />{card.unread > 0 && <Badge size="xs" circle className={classes.downBadge}>{card.unread}</Badge>}
        </ActionIcon>
      )}
    </div>
  );
}
