import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import type { Json } from '../../../model/json.ts';
import type { Choices } from '../../../model/oracle/testing/choices.ts';
import type { Corruption, CorruptionGroup } from './corruption.ts';
import { isObject, isSuccess, valueAt, withValue } from './shownObjects.ts';

/** Parts of a policy that each has, and what cannot stand there. */
const POLICY_PARTS: readonly (readonly [readonly string[], Json])[] = [
  [['key_props', 'kty'], 'DSA'],
  [['key_props', 'key_size'], '2048'],
  [['key_props', 'exportable'], 'yes'],
  [['key_props', 'reuse_key'], 0],
  [['secret_props', 'contentType'], 7],
  [['x509_props', 'subject'], 7],
  [['x509_props', 'ekus'], {}],
  [['x509_props', 'key_usage'], ['signing']],
  [['x509_props', 'validity_months'], 'twelve'],
  [['lifetime_actions'], {}],
  [['issuer', 'name'], 7],
  [['attributes', 'created'], '1'],
];

/** Documents within answers: parts of a wrong type, without parts that each has, and with others. */
export const DOCUMENTS: CorruptionGroup = [
  ofPolicy('a part of a policy that cannot be', (choices) => choices.pick(POLICY_PARTS)),
  ofPolicy('a policy without a part that each has', (choices) => [choices.pick(POLICY_PARTS)[0], undefined]),
  ofPolicy('a policy with a part that none has', (choices) => [
    [choices.pick(['key_props', 'secret_props', 'x509_props', 'issuer']), 'surplus'],
    'x',
  ]),
  ofPolicy('null in a policy', (choices) => [choices.pick(POLICY_PARTS)[0], null]),
  ofBody('a certificate without its policy', isWhole, () => [['policy'], undefined]),
  ofBody('other words on an operation in progress', isInProgress, () => [['status_details'], 'Done soon.']),
  ofBody('an operation without the name of its issuer', isInProgress, () => [['issuer', 'name'], undefined]),
  ofBody('a vault of another type of resource', isVault, () => [['type'], 'Microsoft.KeyVault/managedHSMs']),
  ofBody('a vault without name or type', isVault, (choices) => [[choices.pick(['name', 'type'])], undefined]),
  ofBody('rules of access or of the network in a form that they do not have', isVault, (choices) => [
    [
      'properties',
      ...choices.pick([
        ['accessPolicies', '0', 'permissions', 'keys'],
        ['networkAcls', 'ipRules'],
      ]),
    ],
    'all',
  ]),
  ofBody('a purge without the date of its beginning', isProgress, () => [['createdDateTime'], undefined]),
  ofBody('a list that does not say whether it goes on', isList, () => [['nextLink'], undefined]),
];

function ofPolicy(
  name: string,
  change: (choices: Choices) => readonly [readonly string[], Json | undefined],
): Corruption {
  return {
    name,
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      if (!isData(exchange) || !isObject(exchange.body)) return undefined;
      const at = /\/policy$/.test(exchange.path) ? [] : ['policy'];
      const [path, value] = change(choices);
      // Of a surplus part what holds it must be there.
      const holder = valueAt(exchange.body, [
        ...at,
        ...(path.at(-1) === 'surplus' ? path.slice(0, -1) : path),
      ]);
      return holder === undefined ? undefined : withValue(exchange, [...at, ...path], value);
    },
  };
}

function ofBody(
  name: string,
  applies: (exchange: RecordedExchange) => boolean,
  change: (choices: Choices) => readonly [readonly string[], Json | undefined],
): Corruption {
  return {
    name,
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      if (!applies(exchange) || !isObject(exchange.body)) return undefined;
      const [path, value] = change(choices);
      return valueAt(exchange.body, path) === undefined ? undefined : withValue(exchange, path, value);
    },
  };
}

function isData(exchange: RecordedExchange): boolean {
  return isSuccess(exchange) && exchange.plane === 'data' && exchange.path.startsWith('/');
}

/** A certificate by its name alone, as it is read, deleted and recovered. */
function isWhole(exchange: RecordedExchange): boolean {
  return isData(exchange) && /^\/(deleted)?certificates\/[^/]+(\/recover)?\/?$/.test(exchange.path);
}

function isInProgress(exchange: RecordedExchange): boolean {
  const isOperation = /^\/certificates\/[^/]+\/(pending|create)$/.test(exchange.path);
  return isData(exchange) && isOperation && valueAt(exchange.body, ['status']) === 'inProgress';
}

function isVault(exchange: RecordedExchange): boolean {
  const isOne = exchange.plane === 'management' && /\/vaults\/[^/]+$/i.test(exchange.path);
  return isOne && exchange.status === 200 && valueAt(exchange.body, ['properties', 'vaultUri']) !== undefined;
}

function isProgress(exchange: RecordedExchange): boolean {
  return (
    exchange.plane === 'management' &&
    (exchange.status ?? 0) < 300 &&
    /\/operationResults\//.test(exchange.path)
  );
}

function isList(exchange: RecordedExchange): boolean {
  const isOfObjects = /^\/(deleted)?(secrets|keys|certificates)(\/[^/]+\/versions)?\/?$/.test(exchange.path);
  return isData(exchange) && exchange.method === 'GET' && isOfObjects;
}
