import { randomUUID } from 'node:crypto';
import type { Server } from 'node:https';
import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { ServerCertificate } from '../certificate/serverCertificate.ts';
import { httpDate } from '../clock/httpDate.ts';
import { registerControlApi } from '../control/controlApi.ts';
import type { EmulatedService } from '../emulatedService.ts';
import { badParameter } from '../errors/badParameter.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { CHALLENGE, checkBearerToken } from '../requests/bearerToken.ts';
import { DataPlane } from './dataPlane.ts';

/** Bytes that a body may have: room for a backup of 500 versions of the greatest size. */
const LONGEST_BODY = 32 * 1024 * 1024;

/** What the service's web server answers, before the service itself, to a path that it cannot decode. */
const BAD_URL_PAGE =
  '<!DOCTYPE html>\r\n<html>\r\n    <head>\r\n        <title>Runtime Error</title>\r\n    </head>\r\n    <body>Bad Request - Invalid URL</body>\r\n</html>\r\n';

/** What the server is to do. */
export interface ServerSetup {
  readonly service: EmulatedService;
  readonly certificate: ServerCertificate;
  /** Whether requests without a token are served. */
  readonly allowAnonymous: boolean;
  /** Resolves when a change just made is kept. */
  readonly saved: () => Promise<void>;
}

/** The HTTPS server of an emulator, not yet listening: the vaults' data plane, and the control API under /emulator/. */
export function createHttpsServer(setup: ServerSetup): FastifyInstance<Server> {
  const { service, certificate } = setup;
  const app = fastify({
    https: { cert: certificate.chainPem, key: certificate.keyPem },
    logger: false,
    bodyLimit: LONGEST_BODY,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => {
      const date = httpDate(service.clock.now());
      reply.raw.writeHead(400, { 'content-type': 'text/html; charset=utf-8', date }).end(BAD_URL_PAGE);
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('date', httpDate(service.clock.now()));
    reply.header('cache-control', 'no-cache');
    reply.header('x-ms-request-id', randomUUID());
    const clientId = request.headers['x-ms-client-request-id'];
    if (clientId !== undefined) reply.header('x-ms-client-request-id', clientId);
    done();
  });
  app.setErrorHandler((error: FastifyError | ServiceError, _request, reply) => refuse(error, reply));
  app.register(
    (scope, _options, done) => {
      registerControlApi(scope, service, setup.saved);
      done();
    },
    { prefix: '/emulator' },
  );
  app.register((scope, _options, done) => {
    registerDataPlane(scope, setup);
    done();
  });
  return app;
}

function registerDataPlane(scope: FastifyInstance, setup: ServerSetup): void {
  const dataPlane = new DataPlane(setup.service, setup.saved);
  if (!setup.allowAnonymous) {
    scope.addHook('onRequest', (request, _reply, done) => {
      checkBearerToken(request.headers.authorization);
      done();
    });
  }
  scope.all('/*', (request, reply) => dataPlane.answer(request, reply));
  scope.setNotFoundHandler((request, reply) => dataPlane.answer(request, reply));
}

/** Writes a refusal. What fastify itself refuses (a body too long, a content type it cannot read) is the client's fault too. */
function refuse(error: FastifyError | ServiceError, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof ServiceError ? error : frameworkRefusal(error);
  if (refusal.status === 401) reply.header('www-authenticate', CHALLENGE);
  return reply
    .code(refusal.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(refusal.body()));
}

function frameworkRefusal(error: FastifyError): ServiceError {
  const { statusCode = 500, message } = error;
  if (statusCode < 500) return badParameter(`The request cannot be read: ${message}.`);
  return new ServiceError(500, 'ServerError', message);
}
