import { ActionIcon, Alert, Anchor, Button, Menu, Stack } from '@mantine/core';
import { IconChecklist, IconDots, IconDownload, IconHistory, IconListDetails, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiError, api, isError, value, type Schemas, type SettingsProblem } from '../api/client';
import { useMay } from '../api/session';
import { when } from '../i18n';
import { later } from '../ui/later';
import { Page } from '../ui/page';
import { ProblemList } from '../ui/problem-list';
import { Broken, Loading, useReason } from '../ui/states';
import { useToast } from '../ui/toast';
import type { Theirs } from './conflict';
import { EditingProvider } from './context';
import { changes, setAt, type JsonObject } from './paths';
import { SaveBar } from './save-bar';
import { Addresses } from './sections/addresses';
import { Credentials } from './sections/credentials';
import { Deals } from './sections/deals';
import { Employees } from './sections/employees';
import { Telephony } from './sections/telephony';
import { TextCommunications } from './sections/text';

const CheckAll = later(async () => (await import('./check-all')).CheckAll);
const Conflict = later(async () => (await import('./conflict')).Conflict);
const Versions = later(async () => (await import('./versions')).Versions);

type Detail = Schemas['ConnectionDetail'];

/** «Настройки интеграции». */
export function SettingsPage() {
  const { name = '' } = useParams();
  const { t } = useTranslation();
  const detail = useQuery({ queryKey: ['connection', name], queryFn: () => value(api.GET('/api/connections/{name}', { params: { path: { name } } })) });
  if (detail.isPending) return <Page title={t('settings.title')}><Loading rows={5} /></Page>;
  if (detail.isError) return <Page title={t('settings.title')}><Broken error={detail.error} retry={() => void detail.refetch()} /></Page>;
  return <Editor key={name} detail={detail.data} />;
}

function Editor({ detail }: { detail: Detail }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const reason = useReason();
  const readOnly = !useMay('admin');
  const { name } = detail;
  const [base, setBase] = useState(detail);
  const [draft, setDraft] = useState(detail.settings as JsonObject);
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const [saving, setSaving] = useState(false);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [open, setOpen] = useState<'versions' | 'check' | null>(null);
  const saved = base.settings as JsonObject;
  const edited = useMemo(() => changes(saved, draft), [saved, draft]);
  const edit = useCallback((change: (now: JsonObject) => JsonObject) => setDraft(change), []);
  const path = { params: { path: { name } } };

  const reload = async () => {
    const newest = await queries.fetchQuery({ queryKey: ['connection', name], queryFn: () => value(api.GET('/api/connections/{name}', path)), staleTime: 0 });
    setBase(newest);
    setDraft(newest.settings as JsonObject);
    setProblems([]);
    void queries.invalidateQueries({ queryKey: ['connections'] });
  };
  const save = async () => {
    setSaving(true);
    try {
      await value(api.PUT('/api/connections/{name}', {
        params: { path: { name }, header: { 'If-Match': `"${base.version}"` } },
        body: { settings: draft },
      }));
      await reload();
      void queries.invalidateQueries({ queryKey: ['choices', name] });
      toast(t('settings.saved'));
    } catch (error) {
      setProblems(error instanceof ApiError ? (error.problem?.problems ?? []) : []);
      if (isError(error, 'version_conflict')) {
        const newest = await value(api.GET('/api/connections/{name}', path));
        setTheirs({ ...newest, settings: newest.settings as JsonObject });
      } else {
        toast(reason(error), true);
      }
    } finally {
      setSaving(false);
    }
  };
  const rebase = async () => {
    const mine = edited;
    const newest = await value(api.GET('/api/connections/{name}', path));
    setBase(newest);
    setDraft(mine.reduce((now, one) => setAt(now, one.path, one.after), newest.settings as JsonObject));
    setTheirs(null);
  };

  const title = String(saved.title ?? name);
  const about = t('settings.about', { name, version: base.version, at: when(base.saved_at), author: base.author });
  const actions = (
    <>
      <Button component={Link} to={`/journal?connection=${name}`} variant="default" px="sm" leftSection={<IconListDetails size={18} />}>{t('nav.journal')}</Button>
      {!readOnly && <Button variant="default" px="sm" leftSection={<IconChecklist size={18} />} onClick={() => setOpen('check')}>{t('check.do')}</Button>}
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="default" size={36} aria-label={t('settings.more')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHistory size={16} />} onClick={() => setOpen('versions')}>{t('versions.title')}</Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} />} component="a" href={`/api/connections/${name}/export`} download>{t('settings.export')}</Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => void refreshLists(queries, name)}>{t('settings.refresh')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
  return (
    <Page title={title} about={about} actions={actions}>
      {readOnly && <Alert color="blue">{t('settings.readOnly')}</Alert>}
      {problems.length > 0 && <Problems problems={problems} />}
      <EditingProvider value={{ name, saved, draft, secrets: base.secrets, problems, readOnly, edit }}>
        <Stack>
          <Credentials />
          <Employees />
          <Telephony />
          <TextCommunications />
          <Deals />
          <Addresses />
        </Stack>
        <SaveBar changes={edited} save={save} saving={saving}
          reset={() => {
            setDraft(saved);
            setProblems([]);
          }} />
      </EditingProvider>
      {theirs && <Conflict base={saved} mine={draft} theirs={theirs} close={() => setTheirs(null)} rebase={() => void rebase()}
        takeTheirs={() => {
          setTheirs(null);
          void reload();
        }} />}
      {open === 'versions' && <Versions name={name} current={base.version} saved={saved} dirty={edited.length > 0} readOnly={readOnly} close={() => setOpen(null)}
        restored={() => {
          setOpen(null);
          void reload().then(() => toast(t('versions.restored')));
        }} />}
      {open === 'check' && <CheckAll name={name} dirty={edited.length > 0} close={() => setOpen(null)} />}
    </Page>
  );
}

async function refreshLists(queries: ReturnType<typeof useQueryClient>, name: string) {
  // one fresh answer of Planfix empties its cache for all the others
  await value(api.GET('/api/connections/{name}/choices/{list}', { params: { path: { name, list: 'planfix_users' }, query: { fresh: true } } })).catch(() => undefined);
  await queries.invalidateQueries({ queryKey: ['choices', name] });
}

function Problems({ problems }: { problems: SettingsProblem[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus({ preventScroll: true });
  }, [problems]);
  return (
    <Alert ref={box} tabIndex={-1} color="red" title={t('settings.notSaved', { count: problems.length })} role="alert">
      <ProblemList problems={problems} />
      <Anchor component="button" size="sm" mt={6} onClick={() => document.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"]')?.focus()}>{t('settings.toProblem')}</Anchor>
    </Alert>
  );
}
