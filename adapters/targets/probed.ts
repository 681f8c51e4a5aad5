import type { Adapter } from '../adapter.ts';

/** The adapter once a first call has gone well; its connections are closed when it has not. */
export async function probed(adapter: Adapter, first: () => Promise<void>): Promise<Adapter> {
  try {
    await first();
    return adapter;
  } catch (error) {
    await adapter.close();
    throw error;
  }
}
