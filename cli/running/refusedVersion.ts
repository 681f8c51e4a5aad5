import type { Adapter } from '../../adapters/adapter.ts';
import { TargetTrouble } from '../../adapters/targetTrouble.ts';
import type { Command } from '../../model/command.ts';
import { EXPLORED_SETTINGS } from '../../properties/exploreDefaults.ts';

/** The api-version that every target known has. */
const USUAL_VERSION = '7.4';

/**
 * Looks whether a target has the api-version that was asked for: whatever is sent with one that it has not is refused,
 * and nothing follows from that.
 * @throws TargetTrouble (usage) when it has not
 */
export async function checkVersion(adapter: Adapter, apiVersion: string | undefined): Promise<void> {
  const [settings] = EXPLORED_SETTINGS;
  if (apiVersion === undefined || apiVersion === USUAL_VERSION || !settings) return;
  const { vault } = await adapter.openVault(settings);
  const list: Command = { op: 'list', kind: 'secret', vault };
  if (!(await isRefused(adapter, list))) return;
  if (await isRefused(adapter, { ...list, apiVersion: USUAL_VERSION })) return;
  throw new TargetTrouble(
    'usage',
    `--api-version ${apiVersion}: the target refuses it, and takes ${USUAL_VERSION}`,
  );
}

async function isRefused(adapter: Adapter, command: Command): Promise<boolean> {
  const { answer } = await adapter.execute(command);
  return !('lost' in answer) && answer.status === 400;
}
