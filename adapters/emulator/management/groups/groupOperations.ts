import { given, isString, section } from '../../objects/objectBody.ts';
import { type Answer, NO_CONTENT, ok } from '../../requests/answer.ts';
import { groupScope } from '../../vaults/vaultScope.ts';
import { groupNotFound, invalidValue } from '../armErrors.ts';
import { armPage } from '../armPage.ts';
import type { ArmRequest } from '../armRequest.ts';
import { isThere } from '../vaults/vaultOf.ts';
import { removeVault } from '../vaults/vaultOperations.ts';
import type { ResourceGroup } from './resourceGroups.ts';

/** PUT /subscriptions/{subscription}/resourceGroups/{group}: makes a resource group, or gives the one that is there other tags. */
export function putGroup({ service, params, body }: ArmRequest): Answer {
  const { subscription = '', group = '' } = params;
  const { location, tags } = body();
  if (!isString(location)) throw invalidValue('location');
  service.subscriptions.use(subscription);
  const present = service.groups.find(subscription, group);
  const kept = service.groups.keep({
    subscriptionId: subscription,
    name: group,
    location: present?.location ?? location.toLowerCase().replaceAll(' ', ''),
    tags: Object.fromEntries(
      Object.entries(section(tags)).map(([name, text]) => [name, given(text, isString) ?? '']),
    ),
  });
  return { status: present === undefined ? 201 : 200, body: groupJson(kept) };
}

/** GET /subscriptions/{subscription}/resourceGroups/{group} */
export function getGroup(request: ArmRequest): Answer {
  return ok(groupJson(groupOf(request)));
}

/** HEAD /subscriptions/{subscription}/resourceGroups/{group}: whether it is there. */
export function headGroup({ service, params }: ArmRequest): Answer {
  const { subscription = '', group = '' } = params;
  return service.groups.find(subscription, group) === undefined ? { status: 404 } : NO_CONTENT;
}

/** DELETE /subscriptions/{subscription}/resourceGroups/{group}: deletes it with the vaults in it, which can be recovered like any other (DL-12). */
export function deleteGroup(request: ArmRequest): Answer {
  const { service, now } = request;
  const group = groupOf(request);
  for (const { vault, state } of service.vaults.all(now)) {
    if (state === 'active' && isThere(request, vault)) removeVault(service, vault, now);
  }
  service.roles.removeBeneath(groupScope(group.subscriptionId, group.name));
  service.groups.remove(group);
  return { status: 200 };
}

/** GET /subscriptions/{subscription}/resourceGroups */
export function listGroups(request: ArmRequest): Answer {
  const { subscription = '' } = request.params;
  const groups = request.service.groups.all(subscription);
  return armPage(request, `subscriptions/${subscription}/resourcegroups`, groups, groupJson);
}

function groupOf({ service, params }: ArmRequest): ResourceGroup {
  const { subscription = '', group = '' } = params;
  const found = service.groups.find(subscription, group);
  if (found === undefined) throw groupNotFound(group);
  return found;
}

function groupJson({ subscriptionId, name, location, tags }: ResourceGroup): object {
  return {
    id: groupScope(subscriptionId, name),
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    tags,
    properties: { provisioningState: 'Succeeded' },
  };
}
