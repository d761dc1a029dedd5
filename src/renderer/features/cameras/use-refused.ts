import { watch } from 'vue';
import type { RefusedMessage } from '#shared/domain';
import { useLive } from '../../state/context';
import { useThrottle } from '../../state/throttle';
import { useQuery, type Query } from '../../state/use-query';

const refreshMs = 2000;

/** The latest refused messages, newest first, kept current. */
export function useRefused(): Query<RefusedMessage[]> {
  const query = useQuery('refused.list', () => ({ limit: 100 }));
  const { qualityRevision } = useLive();
  watch(
    qualityRevision,
    useThrottle(() => void query.reload(), refreshMs),
  );
  return query;
}
