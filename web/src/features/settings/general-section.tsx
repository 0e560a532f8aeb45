import type { Settings } from '@marquee/contracts';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { SettingsSection } from './settings-section.tsx';

export function GeneralSection(props: {
  value: Settings['general'];
  refused: readonly string[];
  onChange(value: Settings['general']): void;
}) {
  const { t } = useTranslation();
  return (
    <SettingsSection id="general" title={t('settings.general')} what={t('settings.generalWhat')}>
      <Field
        label={t('settings.instanceName')}
        hint={t('settings.instanceNameHint')}
        trouble={props.refused.includes('general.instanceName') ? t('settings.nameTrouble') : undefined}
        value={props.value.instanceName}
        inputProps={{ maxLength: 60 }}
        onChange={({ target }) => props.onChange({ instanceName: target.value })}
      />
    </SettingsSection>
  );
}
