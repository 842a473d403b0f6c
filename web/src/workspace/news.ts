// What is done with news of a card: the lists, and whoever looks elsewhere is told.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chime, notify } from './alert';
import { isForMe } from './board';
import { applyCard } from './cards';
import type { WorkCard } from './types';
import { useWork } from './work';

export function useNews(opened: number | undefined, open: (id: number) => void) {
  const { t } = useTranslation();
  const { connection } = useWork();
  const queries = useQueryClient();
  const latest = useRef({ opened, open });
  latest.current = { opened, open };
  return useCallback((card: WorkCard) => {
    const before = applyCard(queries, connection, card);
    if (!isForMe(card, before)) return;
    const { opened, open } = latest.current;
    // who reads it right now needs no bell
    if (card.id === opened && document.hasFocus()) return;
    chime();
    if (document.hasFocus()) return;
    const title = card.place === 'queue' ? t('work.news.queue', { client: card.client }) : card.client;
    notify(title, card.last?.text || t('work.news.file'), `svyazka/${card.id}`, () => open(card.id));
  }, [queries, connection, t]);
}
