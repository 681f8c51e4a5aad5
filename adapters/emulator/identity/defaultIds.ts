/** The tenant that everything belongs to when nobody says otherwise, and that challenges send clients to. */
export const DEFAULT_TENANT = '00000000-0000-0000-0000-000000000001';

/** The principal that every emulator knows from the start: owner of the default subscription, welcome in every vault of the options. */
export const DEFAULT_PRINCIPAL: { readonly clientId: string; readonly objectId: string } = {
  clientId: '00000000-0000-0000-0000-000000000003',
  objectId: '00000000-0000-0000-0000-000000000004',
};
