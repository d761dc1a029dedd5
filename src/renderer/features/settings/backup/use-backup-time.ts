import { useI18n } from 'vue-i18n';
import type { Backup } from '#shared/domain';
import { useFormat } from '../../../format/use-format';
import { useLive } from '../../../state/context';

/** When a backup was made, `Tue, 6 Oct 2026, 14:05`, on the clock of the shop. */
export function useBackupTime(): (backup: Backup) => string {
  const { t } = useI18n();
  const { shortDates, time } = useFormat();
  const { sites } = useLive();
  return ({ day, madeAt }) =>
    t('backup.when', { day: shortDates(day, day), time: time(madeAt, sites.value[0]?.timeZone ?? 'UTC') });
}
