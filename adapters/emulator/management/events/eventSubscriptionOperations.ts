import { section } from '../../objects/objectBody.ts';
import { type Answer, NO_CONTENT, ok } from '../../requests/answer.ts';
import type { EventSubscription } from '../../vaults/eventSubscription.ts';
import type { Vault } from '../../vaults/vault.ts';
import { vaultScope } from '../../vaults/vaultScope.ts';
import { resourceNotFound } from '../armErrors.ts';
import { armPage } from '../armPage.ts';
import type { ArmRequest } from '../armRequest.ts';
import { vaultOf } from '../vaults/vaultOf.ts';

/** PUT …/vaults/{name}/providers/Microsoft.EventGrid/eventSubscriptions/{subscriber} */
export function putEventSubscription(request: ArmRequest): Answer {
  const vault = vaultOf(request);
  const { subscriber = '' } = request.params;
  const subscription = { name: subscriber, properties: section(request.body().properties) };
  vault.eventSubscriptions.set(subscriber.toLowerCase(), subscription);
  return { status: 201, body: subscriptionJson(vault, subscription) };
}

/** GET …/eventSubscriptions/{subscriber} */
export function getEventSubscription(request: ArmRequest): Answer {
  const vault = vaultOf(request);
  const { subscriber = '', group = '', name = '' } = request.params;
  const found = vault.eventSubscriptions.get(subscriber.toLowerCase());
  if (found === undefined) {
    throw resourceNotFound(`${name}/Microsoft.EventGrid/eventSubscriptions/${subscriber}`, group);
  }
  return ok(subscriptionJson(vault, found));
}

/** DELETE …/eventSubscriptions/{subscriber}: for good; nothing at all is 204. */
export function deleteEventSubscription(request: ArmRequest): Answer {
  const removed = vaultOf(request).eventSubscriptions.delete((request.params.subscriber ?? '').toLowerCase());
  return removed ? { status: 200 } : NO_CONTENT;
}

/** GET …/eventSubscriptions */
export function listEventSubscriptions(request: ArmRequest): Answer {
  const vault = vaultOf(request);
  const path = `${vaultScope(vault.resource).slice(1)}/providers/Microsoft.EventGrid/eventSubscriptions`;
  return armPage(request, path, [...vault.eventSubscriptions.values()], (each) =>
    subscriptionJson(vault, each),
  );
}

function subscriptionJson(vault: Vault, { name, properties }: EventSubscription): object {
  const topic = vaultScope(vault.resource);
  return {
    id: `${topic}/providers/Microsoft.EventGrid/eventSubscriptions/${name}`,
    name,
    type: 'Microsoft.EventGrid/eventSubscriptions',
    properties: { ...properties, topic, provisioningState: 'Succeeded' },
  };
}
