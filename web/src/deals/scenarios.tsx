import { List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Copy } from '../ui/copy';
import { Part } from '../settings/section';
import classes from './deals.module.css';

// Planfix itself speaks Russian here, whatever the reader's language is
const EVENTS = ['Задача создана и соответствует условиям', 'Задача изменена, но все еще соответствует условиям'] as const;
const FIELDS = [
  ['Метод', 'POST'],
  ['URL', undefined],
  ['Тип', 'application/json'],
  ['Содержимое запроса', 'ПАРАМЕТРАМИ'],
] as const;
const VALUE = '{{Задача.Номер}}';

/** The two automatic scenarios that an administrator makes in Planfix, step by step, in Planfix's own words. */
export function Scenarios({ url }: { url?: string }) {
  const { t } = useTranslation();
  return (
    <Part title={t('deals.recipes')}>
      <Text size="sm">{t('deals.recipesAbout')}</Text>
      <Stack gap="lg">
        {EVENTS.map((event, at) => (
          <section key={event} aria-label={t('deals.scenario', { number: at + 1 })}>
            <Title order={4} fz="sm" mb={4}>{t('deals.scenario', { number: at + 1 })}</Title>
            <List type="ordered" size="sm" spacing={6}>
              <List.Item>{t('deals.step.event')} <Word>{event}</Word></List.Item>
              <List.Item>{t('deals.step.conditions')}</List.Item>
              <List.Item>{t('deals.step.operation')} <Word>Послать HTTP-запрос</Word></List.Item>
              <List.Item>
                {t('deals.step.fields')}
                <Table fz="sm" verticalSpacing={4} mt={4} className={classes.recipe}>
                  <Table.Tbody>
                    {FIELDS.map(([name, text]) => (
                      <Table.Tr key={name}>
                        <Table.Th scope="row">{name}</Table.Th>
                        <Table.Td className="wrap">{text ?? <span className={classes.url}>{url ?? t('deals.urlAbove')}</span>}</Table.Td>
                        <Table.Td w={44}>{!text && url && <Copy text={url} label={t('copy')} />}</Table.Td>
                      </Table.Tr>
                    ))}
                    <Table.Tr>
                      <Table.Th scope="row">Параметр → Значение</Table.Th>
                      <Table.Td className="wrap"><span className={classes.url}>task_id</span> → <span className={classes.url}>{VALUE}</span></Table.Td>
                      <Table.Td w={44}><Copy text={VALUE} label={t('deals.copyValue')} /></Table.Td>
                    </Table.Tr>
                  </Table.Tbody>
                </Table>
              </List.Item>
              <List.Item>{t('deals.step.save')}</List.Item>
            </List>
          </section>
        ))}
      </Stack>
      <Text size="xs" c="dimmed">{t('deals.retries')}</Text>
    </Part>
  );
}

function Word({ children }: { children: string }) {
  return <strong lang="ru">«{children}»</strong>;
}
