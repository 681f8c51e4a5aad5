/** Callers by the names that commands call them. */
export type Principals = { readonly [name: string]: Principal };

/** What is known of a caller: what it shows to be let in, and what it may do. */
export interface Principal {
  /** What is wrong with the token that it sends; absent where nothing is. */
  readonly token?: TokenFault;
  /** What each vault's access policies grant it; absent where none names it. */
  readonly policy?: PolicyGrant;
  /** The built-in roles that it has, by name: `Key Vault Reader`. */
  readonly roles?: readonly string[];
  /** The one resource group at which it has its roles, in lower case; absent where it has them everywhere. */
  readonly group?: string;
}

/** What can be wrong with a token: there is none, it has expired, it is meant for another service, nobody signed it. */
export type TokenFault = 'missing' | 'expired' | 'other-audience' | 'forged';

/** The collections of a vault that permissions are given for. */
export type Collection = 'secrets' | 'keys' | 'certificates';

/** Permissions of an access policy, in its own words: `get`, `purge`, `all`. */
export type PolicyGrant = { readonly [collection in Collection]?: readonly string[] };

/** By what a vault decides who may reach its objects: its own policies, or roles assigned in Azure (PM-02). */
export type PermissionModel = 'access-policies' | 'roles';
