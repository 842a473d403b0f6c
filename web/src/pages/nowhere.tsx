import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';

export function Nowhere() {
  const { t } = useTranslation();
  return (
    <Page title={t('nowhere.title')}>
      <Empty title={t('nowhere.text')}><Anchor component={Link} to="/">{t('nowhere.home')}</Anchor></Empty>
    </Page>
  );
}
