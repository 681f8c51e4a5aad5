import { randomUUID } from 'node:crypto';
import type { Server } from 'node:https';
import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { ServerCertificate } from '../certificate/serverCertificate.ts';
import type { EmulatedClock } from '../clock/emulatedClock.ts';
import { httpDate } from '../clock/httpDate.ts';
import { badParameter } from '../errors/badParameter.ts';
import { ServiceError } from '../errors/serviceError.ts';

/** Bytes that a body may have: room for a backup of 500 versions of the greatest size. */
const LONGEST_BODY = 32 * 1024 * 1024;

/** What the service's web server answers, before the service itself, to a path that it cannot decode. */
const BAD_URL_PAGE =
  '<!DOCTYPE html>\r\n<html>\r\n    <head>\r\n        <title>Runtime Error</title>\r\n    </head>\r\n    <body>Bad Request - Invalid URL</body>\r\n</html>\r\n';

/** What every HTTPS server of an emulator has. */
export interface BaseSetup {
  readonly clock: EmulatedClock;
  readonly certificate: ServerCertificate;
  /** `WWW-Authenticate` of a 401. */
  challenge(): string;
}

/** An HTTPS server that answers nothing yet and does not listen: bodies come as bytes, refusals are written as JSON. */
export function createBaseServer({ clock, certificate, challenge }: BaseSetup): FastifyInstance<Server> {
  const app = fastify({
    https: { cert: certificate.chainPem, key: certificate.keyPem },
    logger: false,
    bodyLimit: LONGEST_BODY,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => {
      const date = httpDate(clock.now());
      reply.raw.writeHead(400, { 'content-type': 'text/html; charset=utf-8', date }).end(BAD_URL_PAGE);
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('date', httpDate(clock.now()));
    reply.header('cache-control', 'no-cache');
    reply.header('x-ms-request-id', randomUUID());
    const clientId = request.headers['x-ms-client-request-id'];
    if (clientId !== undefined) reply.header('x-ms-client-request-id', clientId);
    done();
  });
  app.setErrorHandler((error: FastifyError | ServiceError, _request, reply) =>
    refuse(error, reply, challenge),
  );
  return app;
}

/** Writes a refusal. What fastify itself refuses (a body too long, a content type it cannot read) is the client's fault too. */
function refuse(
  error: FastifyError | ServiceError,
  reply: FastifyReply,
  challenge: () => string,
): FastifyReply {
  const refusal = error instanceof ServiceError ? error : frameworkRefusal(error);
  if (refusal.status === 401) reply.header('www-authenticate', challenge());
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
