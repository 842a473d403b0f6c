import { Anchor, Button, Code, Collapse, List, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, value } from '../api/client';
import { lang } from '../i18n';
import { Broken, Loading } from '../ui/states';

/** What to do about a code: told in the place where the code is seen. */
export function Cure({ code, connection }: { code: string; connection?: string }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <div>
      <Button variant="subtle" size="compact-sm" ml={-8} onClick={toggle} aria-expanded={opened} aria-controls={id} c="inherit" td="underline">{t('overview.cure')}</Button>
      <Collapse expanded={opened} id={id}>{opened && <Steps code={code} connection={connection} />}</Collapse>
    </div>
  );
}

function Steps({ code, connection }: { code: string; connection?: string }) {
  const { t } = useTranslation();
  const cure = useQuery({ queryKey: ['errors', code], queryFn: () => value(api.GET('/api/errors/{code}', { params: { path: { code } } })), staleTime: Infinity });
  if (cure.isPending) return <Loading rows={1} />;
  if (cure.isError) return <Broken error={cure.error} />;
  const { happened, check, mend, english } = cure.data;
  return (
    <Stack gap="xs" mt="xs">
      {lang() === 'en' ? english.map((one) => <Text key={one} size="sm" className="wrap"><Words text={one} /></Text>) : (
        <>
          {happened.map((one) => <Text key={one} size="sm" className="wrap"><Words text={one} /></Text>)}
          <Part name={t('overview.check')} steps={check} />
          <Part name={t('overview.mend')} steps={mend} />
        </>
      )}
      {connection && (
        <Text size="sm">
          <Anchor component={Link} to={`/connections/${connection}`} underline="always" inherit>{t('overview.toSettings')}</Anchor>
        </Text>
      )}
    </Stack>
  );
}

function Part({ name, steps }: { name: string; steps: string[] }) {
  return (
    <div>
      <Text size="sm" fw={600}>{name}</Text>
      {steps.length === 1 ? <Text size="sm" className="wrap"><Words text={steps[0] ?? ''} /></Text> : (
        <List type="ordered" size="sm">{steps.map((one) => <List.Item key={one} className="wrap"><Words text={one} /></List.Item>)}</List>
      )}
    </div>
  );
}

/** The little of Markdown that the pages use; a link between pages is its words. */
function Words({ text }: { text: string }) {
  const plain = text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return plain.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, at) => {
    if (part.startsWith('`')) return <Code key={at} className="wrap">{part.slice(1, -1)}</Code>;
    return part.startsWith('**') ? <b key={at}>{part.slice(2, -2)}</b> : part;
  });
}
