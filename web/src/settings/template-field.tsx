// A template with its variables: «+» inserts one, the eye shows what comes of it, the arrow brings the saved one back.
import { ActionIcon, Group, Input, Text, Textarea, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, value } from '../api/client';
import { told } from '../i18n';
import type { Flow } from './condition/model';
import { useVariables } from './choices';
import { useField } from './context';
import { useLabel } from './fields';
import classes from './template-field.module.css';
import { pieces } from './template-pieces';
import { RealCommunication } from './real-communication';
import { VariableMenu } from './variable-menu';

const PAUSE_MS = 350;

export function TemplateField({ path, flow }: { path: string; flow: Flow }) {
  const { t } = useTranslation();
  const label = useLabel();
  const field = useField<string | undefined>(path);
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState(false);
  const source = field.value ?? '';
  const [settled] = useDebouncedValue(source, PAUSE_MS);
  const variables = useVariables();
  const names = new Set(variables.data?.items.filter((one) => one[flow]).map((one) => one.name));
  const [real, setReal] = useState<string | null>(null);
  const known = useQuery({
    queryKey: ['known', real],
    queryFn: () => value(api.GET('/api/journal/{id}/variables', { params: { path: { id: Number(real) } } })),
    enabled: real !== null,
  });
  const itsVariables = real === null ? {} : (known.data?.variables ?? {});
  const preview = useQuery({
    queryKey: ['preview', flow, settled, itsVariables],
    queryFn: () => value(api.POST('/api/templates/preview', { body: { flow, source: settled, variables: itsVariables } })),
    enabled: shown || field.changed,
    staleTime: Infinity,
  });
  const wrong = preview.data?.problem && settled === source ? told(preview.data.problem.text) : undefined;
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? source.length;
    const end = area.current?.selectionEnd ?? at;
    const text = `{{${name}}}`;
    field.set(source.slice(0, at) + text + source.slice(end));
    // after the text has come into the field
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + text.length, at + text.length);
    });
  };
  return (
    <Input.Wrapper label={<>{label(path)}{field.changed && <Text span c="leaf" fw={700}> •</Text>}</>} labelProps={{ htmlFor: path }}>
      <div className={classes.editor}>
        <div className={classes.mirror} aria-hidden>
          {pieces(source, names.size > 0 ? names : undefined).map((piece, at) => (
            <span key={at} className={piece.known === undefined ? undefined : piece.known ? classes.known : classes.unknown}>{piece.text}</span>
          ))}{' '}
        </div>
        <Textarea id={path} ref={area} value={source} onChange={(event) => field.set(event.currentTarget.value)} disabled={field.disabled}
          autosize minRows={2} spellCheck={false} classNames={{ input: classes.input }} error={Boolean(field.error ?? wrong)}
          aria-describedby={`${path}-about`} />
      </div>
      <div id={`${path}-about`} aria-live="polite">
        {(field.error ?? wrong) && <Text size="xs" c="red" mt={4} className="wrap">{field.error ?? wrong}</Text>}
        {shown && !wrong && preview.data && (
          <Text size="sm" className={classes.preview}><Text span c="dimmed" size="xs">{t('template.example')}: </Text>{preview.data.text || t('template.empty')}{preview.data.cut && ` (${t('template.cut')})`}</Text>
        )}
      </div>
      {shown && <RealCommunication flow={flow} value={real} choose={setReal} />}
      <Group gap={6} mt={6}>
        <VariableMenu flow={flow} insert={insert} disabled={field.disabled} />
        <Tooltip label={t('template.preview')} withArrow>
          <ActionIcon variant={shown ? 'light' : 'default'} radius="xl" size="lg" aria-pressed={shown} aria-label={t('template.preview')} onClick={() => setShown(!shown)}><IconEye size={18} /></ActionIcon>
        </Tooltip>
        <Tooltip label={t('template.back')} withArrow>
          <ActionIcon variant="default" radius="xl" size="lg" aria-label={t('template.back')} disabled={field.disabled || !field.changed} onClick={() => field.set(field.savedValue)}><IconArrowBackUp size={18} /></ActionIcon>
        </Tooltip>
      </Group>
    </Input.Wrapper>
  );
}
