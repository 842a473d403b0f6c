import { useTranslation } from 'react-i18next';

export function useRoles() {
  const { t } = useTranslation();
  return (['owner', 'admin', 'operator', 'viewer'] as const).map((role) => ({ value: role, label: t(`role.${role}`) }));
}
