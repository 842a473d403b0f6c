// Where an answer is written: text, quote, file, quick replies; Enter sends.
import { ActionIcon, FileButton, Text, Textarea, Tooltip } from '@mantine/core';
import { IconPaperclip, IconSend2, IconX } from '@tabler/icons-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachedFile } from './attached-file';
import type { useDraft } from './draft';
import { useFileDrop } from './file-drop';
import { useOutbox } from './outbox-context';
import { QuickReplies } from './quick-replies';
import type { Line, WorkCard } from './types';
import { useAttaching } from './use-attaching';
import { useToast } from '../ui/toast';
import { useShut } from './whatsapp-window';
import { WindowClosed } from './window-closed';
import classes from './workspace.module.css';

/** Messengers take no longer one. */
const LONGEST = 4_000;

interface Props { card: WorkCard; drafting: ReturnType<typeof useDraft>; quoted?: Line; back: () => void; sent: () => void }

export function Composer({ card, drafting, quoted, back, sent }: Props) {
  const { t } = useTranslation();
  const outbox = useOutbox();
  const { draft, change, clear } = drafting;
  const attaching = useAttaching(card.id, draft.file, (file) => change({ file }));
  const [quick, setQuick] = useState(false);
  const toast = useToast();
  const shut = useShut(card);
  const input = useRef<HTMLTextAreaElement>(null);
  const text = draft.text.trim();
  const tooLong = text.length > LONGEST;
  const ready = (text !== '' || draft.file !== undefined) && !tooLong && !attaching.busy;
  const takeFirst = (files: FileList) => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) toast(t('work.file.first', { name: file.name }));
    attaching.attach(file);
  };
  const over = useFileDrop((files) => { if (!shut) takeFirst(files); });
  if (shut) return <WindowClosed card={card} sent={sent} />;
  const send = () => {
    if (!ready) return;
    outbox.add({ card: card.id, text, reply_to: draft.reply_to, file: draft.file });
    clear();
    sent();
    input.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      if (draft.reply_to) change({ reply_to: undefined });
      else back();
    } else if (event.key === '/' && draft.text === '') {
      event.preventDefault();
      setQuick(true);
    }
  };
  const pasted = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    takeFirst(event.clipboardData.files);
  };
  const insert = (words: string) => {
    change({ text: draft.text.trim() ? `${draft.text.trimEnd()} ${words}` : words });
    setQuick(false);
    window.requestAnimationFrame(() => input.current?.focus());
  };
  const said = quoted?.message;
  return (
    <div className={classes.composer} data-over={over || undefined}>
      {over && <Text size="sm" ta="center" py={6} fw={550}>{t('work.file.letGo')}</Text>}
      {draft.reply_to && (
        <div className={classes.answering}>
          <div className={classes.quote}><b>{t('work.quote.answering')}</b><span>{said ? said.text || said.file?.name || t('work.file.one') : t('work.quote.above')}</span></div>
          <ActionIcon variant="subtle" color="gray" aria-label={t('work.quote.drop')} onClick={() => change({ reply_to: undefined })}><IconX size={16} /></ActionIcon>
        </div>
      )}
      <AttachedFile attaching={attaching} />
      <div className={classes.writing}>
        <FileButton onChange={(file) => file && attaching.attach(file)}>
          {(button) => <Tooltip label={t('work.file.attach')}><ActionIcon {...button} variant="subtle" color="gray" size={36} aria-label={t('work.file.attach')}><IconPaperclip size={20} /></ActionIcon></Tooltip>}
        </FileButton>
        <QuickReplies card={card} opened={quick} setOpened={setQuick} insert={insert} />
        <Textarea ref={input} id="work-text" className={classes.field} autosize minRows={1} maxRows={8} autoFocus value={draft.text} aria-label={t('work.message')}
          placeholder={t('work.placeholder')} onChange={(event) => change({ text: event.currentTarget.value })} onKeyDown={keys} onPaste={pasted} />
        <Tooltip label={t('work.sendHint')}>
          <ActionIcon size={36} aria-label={t('work.send')} disabled={!ready} onClick={send}><IconSend2 size={19} /></ActionIcon>
        </Tooltip>
      </div>
      {tooLong && <Text size="xs" c="var(--mantine-color-error)" role="alert">{t('work.tooLong', { longest: LONGEST, now: text.length })}</Text>}
    </div>
  );
}
