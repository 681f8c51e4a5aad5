import type { Caller } from '../rest/caller.ts';
import type { RestOptions } from '../rest/restCaller.ts';

/** Makes calls through the Azure SDK, which is loaded with the first of them: that takes half a second. */
export function createLateSdkCaller(options: RestOptions): Caller {
  let loading: Promise<Caller> | undefined;
  const load = async (): Promise<Caller> => (await import('./sdkCaller.ts')).createSdkCaller(options);
  return {
    async call(command, place, signal) {
      loading ??= load();
      return (await loading).call(command, place, signal);
    },
    async close() {
      loading ??= load();
      await (await loading).close();
    },
  };
}
