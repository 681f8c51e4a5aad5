import type { VaultSettings } from '../../model/vaultSettings.ts';
import { currentOf } from '../../model/world/content.ts';
import type { ObjectState } from '../../model/world/objectState.ts';

/**
 * The class that the states of a name belong to: coverage is counted by it. Two names of one class are alike in all
 * that the rules look at: where they are in their life, one or several versions, disabled or not, recovered before or
 * not, how the last object of the name went.
 */
export function abstractState(objects: readonly ObjectState[]): string {
  return [...new Set(objects.map(classOf))].sort().join(' | ');
}

function classOf(object: ObjectState): string {
  switch (object.phase) {
    case 'absent':
      return object.gone ? `absent (${object.gone})` : 'absent';
    case 'purging':
      return 'purging';
    default: {
      const { content } = object;
      const marks = [
        content.versions.length > 1 ? 'versions' : undefined,
        currentOf(content)?.facts.enabled === false ? 'disabled' : undefined,
        content.recoveries > 0 ? 'recovered' : undefined,
      ].filter((mark) => mark !== undefined);
      return marks.length > 0 ? `${object.phase} (${marks.join(', ')})` : object.phase;
    }
  }
}

/** The class of a vault's settings, in words. */
export function settingsClass(settings: VaultSettings): string {
  if (!settings.softDelete) return 'no soft delete';
  return `${settings.retentionDays} days${settings.purgeProtection ? ', purge protection' : ''}`;
}
