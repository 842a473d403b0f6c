import { AppShell, Burger, Group, NavLink, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell, IconChartBar, IconExternalLink, IconEyeOff, IconGauge, IconHistory, IconKey, IconListDetails, IconMessages, IconPlugConnected, IconUsers } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useMay } from '../api/session';
import { sandboxLink } from '../page-data';
import { Loading } from '../ui/states';
import { AccountMenu } from './account-menu';

export function Shell() {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(() => menu.close(), [pathname]); // eslint-disable-line
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding="md">
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} />
            <UnstyledButton component={Link} to="/">
              <Group gap={8} wrap="nowrap">
                <img src="/icon.svg" width={28} height={28} alt="" />
                <Text fw={700} size="lg">Связка</Text>
              </Group>
            </UnstyledButton>
          </Group>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('nav.menu')}>
        <AppShell.Section grow component={ScrollArea}><Sections pathname={pathname} /></AppShell.Section>
        {sandboxLink && (
          <AppShell.Section>
            <NavLink href={sandboxLink} label={t('nav.sandbox')} description={t('nav.sandboxAbout')} leftSection={<IconExternalLink size={18} />} />
          </AppShell.Section>
        )}
      </AppShell.Navbar>
      <AppShell.Main>
        <Suspense fallback={<Loading />}><Outlet /></Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

function Sections({ pathname }: { pathname: string }) {
  const { t } = useTranslation();
  const admin = useMay('admin');
  const owner = useMay('owner');
  const operator = useMay('operator');
  const items = [
    { to: '/', label: t('nav.overview'), icon: IconGauge, on: pathname === '/', shown: true },
    { to: '/workspace', label: t('nav.workspace'), icon: IconMessages, on: pathname === '/workspace', shown: operator },
    { to: '/connections', label: t('nav.connections'), icon: IconPlugConnected, on: pathname.startsWith('/connections'), shown: true },
    { to: '/journal', label: t('nav.journal'), icon: IconListDetails, on: pathname.startsWith('/journal'), shown: true },
    { to: '/analytics', label: t('nav.analytics'), icon: IconChartBar, on: pathname === '/analytics', shown: true },
    { to: '/alerts', label: t('nav.alerts'), icon: IconBell, on: pathname === '/alerts', shown: admin },
    { to: '/people', label: t('nav.people'), icon: IconUsers, on: pathname === '/people', shown: owner },
    { to: '/tokens', label: t('nav.tokens'), icon: IconKey, on: pathname === '/tokens', shown: owner },
    { to: '/privacy', label: t('nav.privacy'), icon: IconEyeOff, on: pathname === '/privacy', shown: admin },
    { to: '/audit', label: t('nav.audit'), icon: IconHistory, on: pathname === '/audit', shown: admin },
  ];
  return items.filter((item) => item.shown).map(({ to, label, icon: Icon, on }) => (
    <NavLink key={to} component={Link} to={to} label={label} active={on} aria-current={on ? 'page' : undefined}
      leftSection={<Icon size={18} stroke={1.7} />} mb={2} />
  ));
}
