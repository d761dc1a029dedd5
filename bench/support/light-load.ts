import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, LoadOrder, LoadResult } from './load';
import { startProgram } from './program';

/** By a program that does little else than send and count: see there. */
export async function lightLoad(persons: number): Promise<Load> {
  const script = fileURLToPath(new URL('light-load-program.ts', import.meta.url));
  const { child, stop } = await startProgram(['--import', 'tsx', script, String(persons)]);
  const post = async (order: LoadOrder): Promise<LoadResult> => {
    child.send(order);
    const [answer] = (await once(child, 'message')) as [LoadResult | { error: string }];
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  };
  return { post, stop };
}
