import { List, Text } from '@mantine/core';
import type { SettingsProblem } from '../api/client';
import { told } from '../i18n';
import { usePlace } from '../settings/place';

/** Every mistake of the settings, each with its place in the words of the page. */
export function ProblemList({ problems }: { problems: readonly SettingsProblem[] }) {
  const place = usePlace();
  return (
    <List size="sm">
      {problems.map((one) => {
        const { section, name } = place(one.path);
        return <List.Item key={one.path + one.code}><Text span size="sm" className="wrap">{section && `${section} · `}<b>{name}</b>: {told(one)}</Text></List.Item>;
      })}
    </List>
  );
}
