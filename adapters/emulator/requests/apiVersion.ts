import { badParameter } from '../errors/badParameter.ts';

/** A version of the data plane's API and what its answers show. */
export interface ApiVersion {
  readonly name: string;
  /** `attributes.recoveryLevel`: in every answer but those of 2015's versions. */
  readonly showsRecoveryLevel: boolean;
  /** `attributes.recoverableDays`: from 7.1 on. */
  readonly showsRecoverableDays: boolean;
  /** `attributes.exportable` of keys: from 7.3 on. */
  readonly showsExportable: boolean;
  /** `subject` in lists of certificates: from 7.0 on. */
  readonly showsSubject: boolean;
}

/** The version that the service's refusal recommends. */
const LATEST = '2026-04-01';

const FIRST_WITHOUT_LEVEL: readonly string[] = ['2015-02-01-preview', '2015-06-01'];
const WITHOUT_DAYS: readonly string[] = ['2016-10-01', '7.0-preview', '7.0'];
const WITH_DAYS: readonly string[] = ['7.1-preview', '7.1', '7.2-preview', '7.2'];
const WITH_EXPORTABLE: readonly string[] = [
  '7.3-preview',
  '7.3',
  '7.4-preview.1',
  '7.4',
  '7.5-preview.1',
  '7.5',
  '7.6-preview.1',
  '7.6-preview.2',
  '7.6',
  '2025-06-01-preview',
  '2025-07-01',
  '2026-03-01-preview',
  LATEST,
];

const VERSIONS: ReadonlyMap<string, ApiVersion> = new Map(
  [...FIRST_WITHOUT_LEVEL, ...WITHOUT_DAYS, ...WITH_DAYS, ...WITH_EXPORTABLE].map((name) => [
    name,
    {
      name,
      showsRecoveryLevel: !FIRST_WITHOUT_LEVEL.includes(name),
      showsRecoverableDays: WITH_DAYS.includes(name) || WITH_EXPORTABLE.includes(name),
      showsExportable: WITH_EXPORTABLE.includes(name),
      showsSubject: !FIRST_WITHOUT_LEVEL.includes(name) && name !== '2016-10-01' && name !== '7.0-preview',
    },
  ]),
);

/** The API version of a request, from its query. Throws the service's 400 when it is missing or unknown. */
export function readApiVersion(name: string | undefined): ApiVersion {
  if (name === undefined || name === '') throw badParameter('api-version must be specified');
  const version = VERSIONS.get(name.toLowerCase());
  if (version !== undefined) return version;
  throw badParameter(
    `The specified version (${name}) is not recognized. Consider using the latest supported version (${LATEST}).`,
  );
}
