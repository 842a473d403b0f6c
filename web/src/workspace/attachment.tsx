// A file of a message, from our own address: pictures are shown, everything else can be saved.
import { Loader, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { bytes } from './bytes';
import { useFile } from './file-address';
import { useWork } from './work';
import classes from './workspace.module.css';

type ThreadFile = Schemas['ThreadFile'];

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export function Attachment({ card, line, file }: { card: number; line: string; file: ThreadFile }) {
  const { connection } = useWork();
  const address = `/api/workspace/${encodeURIComponent(connection)}/cards/${card}/files/${encodeURIComponent(line)}`;
  const mime = file.mime ?? '';
  if (file.kind === 'photo' || PICTURES.includes(mime)) return <Picture address={address} file={file} />;
  if (file.kind === 'voice' || file.kind === 'audio' || mime.startsWith('audio/')) return <Sound address={address} file={file} />;
  return <Document address={address} file={file} />;
}

function Picture({ address, file }: { address: string; file: ThreadFile }) {
  const { t } = useTranslation();
  const [opened, shown] = useDisclosure(false);
  const { source, failed, fail } = useFile(address);
  const name = file.name ?? t('work.file.picture');
  if (failed) return <Document address={address} file={file} />;
  return (
    <>
      <button type="button" className={classes.picture} onClick={shown.open} aria-label={t('work.file.open', { name })}>
        {source ? <img src={source} alt={name} loading="lazy" onError={fail} /> : <Loader size="sm" />}
      </button>
      <Modal opened={opened} onClose={shown.close} size="auto" title={name} closeButtonProps={{ 'aria-label': t('close') }}>
        {source && <img src={source} alt={name} className={classes.large} />}
        <Document address={address} file={file} />
      </Modal>
    </>
  );
}

function Sound({ address, file }: { address: string; file: ThreadFile }) {
  const { source, failed } = useFile(address);
  if (failed) return <Document address={address} file={file} />;
  return source ? <audio controls preload="none" src={source} className={classes.sound} /> : <Loader size="xs" />;
}

function Document({ address, file }: { address: string; file: ThreadFile }) {
  const { t } = useTranslation();
  const { save } = useFile(address, false);
  const name = file.name ?? t('work.file.one');
  return (
    <button type="button" className={classes.document} onClick={() => void save(name)}>
      <span className="visually-hidden">{t('work.file.download')}</span>
      <IconFile size={22} stroke={1.5} aria-hidden />
      <span><b>{name}</b>{file.size ? <small>{bytes(file.size)}</small> : null}</span>
      <IconDownload size={16} aria-hidden />
    </button>
  );
}
