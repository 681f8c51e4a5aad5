import type { Server } from 'node:https';
import type { FastifyInstance } from 'fastify';
import type { ServerCertificate } from '../certificate/serverCertificate.ts';
import { registerControlApi } from '../control/controlApi.ts';
import { armChallenge } from '../identity/armWords.ts';
import { DEFAULT_TENANT } from '../identity/defaultIds.ts';
import { registerDirectoryApi } from '../identity/directoryApi.ts';
import { registerIdentityApi } from '../identity/identityApi.ts';
import { vaultChallenge } from '../identity/vaultWords.ts';
import { registerCloudMetadata } from '../management/cloudMetadata.ts';
import { createBaseServer } from './baseServer.ts';
import { DataPlane, type PlaneSetup } from './dataPlane.ts';
import { ManagementPlane } from './managementPlane.ts';

/** What the servers are to do. */
export interface ServerSetup extends PlaneSetup {
  readonly certificate: ServerCertificate;
  /** Whether challenges send clients to the emulator's own identity platform, or to Azure's. */
  readonly ownAuthority: boolean;
}

/** Where Azure's vaults send clients for tokens. */
const AZURE_AUTHORITY = 'https://login.windows.net';

/** The HTTPS server of the vaults' data plane, with the control API under /emulator/; not yet listening. */
export function createVaultServer(setup: ServerSetup): FastifyInstance<Server> {
  const { clock } = setup.service;
  const challenge = (): string => vaultChallenge(authorityOf(setup));
  const app = createBaseServer({ clock, certificate: setup.certificate, challenge });
  app.register(
    (scope, _options, done) => {
      registerControlApi(scope, setup.service, setup.saved);
      done();
    },
    { prefix: '/emulator' },
  );
  const plane = new DataPlane(setup);
  app.all('/*', (request, reply) => plane.answer(request, reply));
  app.setNotFoundHandler((request, reply) => plane.answer(request, reply));
  return app;
}

/** The HTTPS server of the management plane, with the identity platform under the names of tenants; not yet listening. */
export function createArmServer(setup: ServerSetup): FastifyInstance<Server> {
  const { clock } = setup.service;
  const challenge = (): string => armChallenge(authorityOf(setup));
  const app = createBaseServer({ clock, certificate: setup.certificate, challenge });
  app.register((scope, _options, done) => {
    registerIdentityApi(scope, setup.service, setup.saved);
    registerDirectoryApi(scope, setup.service);
    registerCloudMetadata(scope, setup.service);
    done();
  });
  const plane = new ManagementPlane(setup);
  app.all('/*', (request, reply) => plane.answer(request, reply));
  app.setNotFoundHandler((request, reply) => plane.answer(request, reply));
  return app;
}

function authorityOf({ ownAuthority, service }: ServerSetup): string {
  return `${ownAuthority ? service.addresses.armUrl : AZURE_AUTHORITY}/${DEFAULT_TENANT}`;
}
