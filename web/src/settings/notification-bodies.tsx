import { Accordion, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { told } from '../i18n';
import { Copy } from '../ui/copy';
import { Broken } from '../ui/states';
import classes from './hook-url.module.css';

/** What to paste into UIS for each of its notifications. */
export function NotificationBodies() {
  const { t } = useTranslation();
  const bodies = useQuery({ queryKey: ['bodies'], queryFn: () => value(api.GET('/api/notification-bodies')), staleTime: Infinity });
  return (
    <div>
      <Text fw={500} size="sm">{t('bodies.title')}</Text>
      <Text size="xs" c="dimmed" mb="xs">{t('bodies.about')}</Text>
      {bodies.isError && <Broken error={bodies.error} retry={() => void bodies.refetch()} />}
      <Accordion variant="separated" chevronPosition="left">
        {bodies.data?.items.map((one) => (
          <Accordion.Item key={one.event} value={one.event}>
            <Accordion.Control><Text size="sm">{t(`bodies.event.${one.event}`)} <Text span className="mono" c="dimmed">{one.event}</Text></Text></Accordion.Control>
            <Accordion.Panel>
              <Text size="xs" c="dimmed" mb={6}>{told(one.place)}</Text>
              <Group wrap="nowrap" align="flex-start" gap={6}>
                <pre className={classes.body} style={{ flex: 1 }} tabIndex={0}>{one.body}</pre>
                <Copy text={one.body} label={t('copy')} />
              </Group>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  );
}
