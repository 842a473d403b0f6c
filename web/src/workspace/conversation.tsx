// A chat or a lead: its head, what was said, and what can be said.
import { useCallback, useEffect, useRef, useState } from 'react';
import { Broken, Loading } from '../ui/states';
import { ActionBar } from './action-bar';
import { Composer } from './composer';
import { useDraft } from './draft';
import { Head } from './head';
import { useOutbox, useOutgoing } from './outbox-context';
import { useReadMark } from './read-mark';
import { Thread, type ThreadHandle } from './thread';
import { useThread } from './thread-data';
import type { Line, WorkCard } from './types';
import classes from './workspace.module.css';

export function Conversation({ card, back, showClient }: { card: WorkCard; back: () => void; showClient: () => void }) {
  const { thread, loadOlder, find } = useThread(card);
  const outbox = useOutbox();
  const outgoing = useOutgoing(card.id);
  const drafting = useDraft(card.id);
  const list = useRef<ThreadHandle>(null);
  const [atEnd, setAtEnd] = useState(true);
  const lines = thread.data?.lines;
  useEffect(() => {
    if (lines) outbox.settle(new Set(lines.map((line) => line.name)));
  }, [lines, outbox, outgoing]);
  useReadMark(card, lines?.at(-1)?.seq, atEnd);
  const { change } = drafting;
  const quote = useCallback((line: Line) => {
    change({ reply_to: line.name });
    document.getElementById('work-text')?.focus();
  }, [change]);
  const jump = useCallback(async (name: string) => {
    if (await find(name)) list.current?.show(name);
  }, [find]);
  const quoted = lines?.find((line) => line.name === drafting.draft.reply_to);
  return (
    <>
      <Head card={card} back={back} showClient={showClient} />
      {thread.isPending && <div className={classes.pad}><Loading rows={5} /></div>}
      {thread.isError && <div className={classes.pad}><Broken error={thread.error} retry={() => void thread.refetch()} /></div>}
      {thread.data && (
        <Thread ref={list} card={card} thread={thread.data} outgoing={outgoing} loadOlder={loadOlder} quote={quote} jump={(name) => void jump(name)} atEnd={setAtEnd} />
      )}
      {card.place === 'held' && card.mine && card.kind === 'chat'
        ? <Composer card={card} drafting={drafting} quoted={quoted} back={back} sent={() => list.current?.end()} />
        : <ActionBar card={card} />}
    </>
  );
}
