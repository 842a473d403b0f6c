import { ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shown } from '../ui/shown';
import { inWords } from './condition/model';
import type { Change, Json } from './paths';
import { usePlace } from './place';

const SECRET = /\.(token|pbx_token|our_token|password)$/;

function useShown() {
  const { t, i18n } = useTranslation();
  const words = { param: (name: string) => t(`param.${name}`), include: t('condition.is'), exclude: t('condition.isNot'), and: t('condition.and'), or: t('condition.or') };
  return (path: string, value: Json | undefined): string => {
    if (SECRET.test(path)) return value ? '••••••' : '—';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string') {
      const key = `option.${path.slice(path.lastIndexOf('.') + 1)}.${value}`;
      return i18n.exists(key) ? t(key) : shown(value);
    }
    if (value && typeof value === 'object' && !Array.isArray(value) && ('param' in value || 'all' in value || 'any' in value)) return inWords(value, words);
    return shown(value);
  };
}

/** What would change, place by place. */
export function ChangesTable({ changes, marked }: { changes: Change[]; marked?: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const place = usePlace();
  const say = useShown();
  return (
    <ScrollArea.Autosize mah="55vh" type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table className="stacks" verticalSpacing={6} fz="sm">
        <Table.Thead><Table.Tr><Table.Th>{t('changes.place')}</Table.Th><Table.Th>{t('changes.before')}</Table.Th><Table.Th>{t('changes.after')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {changes.map((one) => {
            const { section, name } = place(one.path);
            return (
              <Table.Tr key={one.path} bg={marked?.has(one.path) ? 'light-dark(var(--mantine-color-red-0), rgba(250, 82, 82, 0.15))' : undefined}>
                <Table.Td className="wrap">{section && <Text size="xs" c="dimmed">{section}</Text>}{name}</Table.Td>
                <Table.Td className="wrap" c="dimmed" data-label={t('changes.before')}>{say(one.path, one.before)}</Table.Td>
                <Table.Td className="wrap" data-label={t('changes.after')}>{say(one.path, one.after)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
