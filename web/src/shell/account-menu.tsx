import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconDeviceLaptop, IconLanguage, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession, useSignOut } from '../api/session';
import { changeLanguage, lang } from '../i18n';
import { useReason } from '../ui/states';
import { useToast } from '../ui/toast';

export function AccountMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const person = useSession().data?.person;
  const signOut = useSignOut();
  const toast = useToast();
  const reason = useReason();
  if (!person) return null;
  const schemes = [
    { value: 'auto', icon: IconDeviceLaptop }, { value: 'light', icon: IconSun }, { value: 'dark', icon: IconMoon },
  ] as const;
  const other = lang() === 'ru' ? 'en' : 'ru';
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button variant="subtle" color="gray" px={8} leftSection={<IconUserCircle size={22} />} rightSection={<IconChevronDown size={16} />}
          aria-label={t('nav.account', { email: person.email })}>
          <Text visibleFrom="sm" size="sm" maw={220} truncate>{person.email}</Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="wrap">{person.email} · {t(`role.${person.role}`)}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={18} />}>{t('nav.profile')}</Menu.Item>
        <Menu.Divider />
        {schemes.map(({ value, icon: Icon }) => (
          <Menu.Item key={value} closeMenuOnClick={false} fw={colorScheme === value ? 700 : 400} aria-checked={colorScheme === value}
            role="menuitemradio" leftSection={<Icon size={18} />} onClick={() => setColorScheme(value)}>{t(`scheme.${value}`)}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLanguage size={18} />} lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : 'Русский'}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => signOut().catch((error: unknown) => toast(reason(error), true))}>
          {t('signIn.out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
