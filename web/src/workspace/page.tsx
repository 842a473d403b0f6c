import { Alert, Anchor, Button, Center, Loader, Select } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, isError, value } from '../api/client';
import { useMay, useSession } from '../api/session';
import { Broken, Empty } from '../ui/states';
import { Desk } from './desk';
import { keepText, keptText } from '../kept';
import { OutboxProvider } from './outbox-context';
import { WorkProvider } from './work';
import classes from './workspace.module.css';

const LAST = 'svyazka.workspace.connection';
const STATUS_MS = 60_000;
const FRESH_MS = 15_000;

/** «Рабочее место»: for one of the connections. */
export function WorkspacePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const connections = useQuery({ queryKey: ['connections'], queryFn: () => value(api.GET('/api/connections')) });
  useEffect(() => {
    document.title = `${t('work.title')} · Связка`;
  }, [t]);
  if (connections.isPending) return <Waiting />;
  if (!connections.data) return <Broken error={connections.error} retry={() => void connections.refetch()} />;
  const all = connections.data.items;
  const wanted = search.get('connection') ?? keptText(LAST);
  const chosen = all.find((one) => one.name === wanted) ?? all[0];
  if (!chosen) return <Empty title={t('connections.none')}>{t('work.noConnections')}</Empty>;
  const choose = (name: string | null) => {
    if (!name) return;
    keepText(LAST, name);
    setSearch({ connection: name });
  };
  const chooser = all.length > 1 && (
    <Select size="xs" w={180} aria-label={t('journal.connection')} data={all.map((one) => ({ value: one.name, label: one.title }))}
      value={chosen.name} allowDeselect={false} onChange={choose} />
  );
  return <div className={classes.page}><Workspace key={chosen.name} connection={chosen.name} chooser={chooser} /></div>;
}

/** The workspace of a connection, for whoever is an employee of its UIS. */
export function Workspace({ connection, chooser }: { connection: string; chooser?: React.ReactNode }) {
  const person = useSession().data?.person;
  const me = useQuery({
    queryKey: ['work', connection, 'me'],
    queryFn: () => value(api.GET('/api/workspace/{connection}', { params: { path: { connection } } })),
    // the status may be set in UIS too
    refetchInterval: (query) => (query.state.data ? STATUS_MS : false),
    refetchOnWindowFocus: (query) => query.state.data !== undefined,
    staleTime: FRESH_MS,
  });
  if (me.isPending || !person) return <Waiting />;
  // what was known before a failure still holds: whoever writes goes on
  if (!me.data) {
    const stranger = isError(me.error, 'no_operator');
    return (
      <div className={classes.notice}>
        {chooser}
        {stranger ? <NoOperator email={person.email} again={() => void me.refetch()} asking={me.isFetching} /> : <Broken error={me.error} retry={() => void me.refetch()} />}
      </div>
    );
  }
  return (
    <WorkProvider work={{ connection, person: person.id, me: me.data }}>
      <OutboxProvider><Desk chooser={chooser} /></OutboxProvider>
    </WorkProvider>
  );
}

function NoOperator({ email, again, asking }: { email: string; again: () => void; asking: boolean }) {
  const { t } = useTranslation();
  const owner = useMay('owner');
  return (
    <Alert color="blue" title={t('work.noOperator.title')} maw={640}>
      <p className="wrap">{t('work.noOperator.about', { email })}</p>
      {owner
        ? <Trans t={t} i18nKey="work.noOperator.admin" components={{ people: <Anchor component={Link} to="/people" inherit /> }} />
        : t('work.noOperator.ask')}
      <div><Button mt="sm" size="xs" variant="default" leftSection={<IconRefresh size={16} />} loading={asking} onClick={again}>{t('work.noOperator.again')}</Button></div>
    </Alert>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return <Center h="60dvh"><Loader aria-label={t('loading')} /></Center>;
}
