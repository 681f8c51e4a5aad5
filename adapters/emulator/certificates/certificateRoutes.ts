import { type NeededPermission, type Route, routesOf } from '../requests/route.ts';
import { deleteContacts, getContacts, setContacts } from './contacts/contactOperations.ts';
import { deleteIssuer, getIssuer, listIssuers, setIssuer, updateIssuer } from './issuers/issuerOperations.ts';
import { backupCertificate } from './operations/backupCertificate.ts';
import { createCertificate } from './operations/createCertificate.ts';
import { deleteCertificate } from './operations/deleteCertificate.ts';
import { deleteOperation } from './operations/deleteOperation.ts';
import { getCertificate } from './operations/getCertificate.ts';
import { getCertificatePolicy } from './operations/getCertificatePolicy.ts';
import { getDeletedCertificate } from './operations/getDeletedCertificate.ts';
import { getOperation } from './operations/getOperation.ts';
import { importCertificate } from './operations/importCertificate.ts';
import { listCertificates } from './operations/listCertificates.ts';
import { listCertificateVersions } from './operations/listCertificateVersions.ts';
import { listDeletedCertificates } from './operations/listDeletedCertificates.ts';
import { mergeCertificate } from './operations/mergeCertificate.ts';
import { purgeDeletedCertificate } from './operations/purgeDeletedCertificate.ts';
import { recoverDeletedCertificate } from './operations/recoverDeletedCertificate.ts';
import { restoreCertificate } from './operations/restoreCertificate.ts';
import { updateCertificate } from './operations/updateCertificate.ts';
import { updateCertificatePolicy } from './operations/updateCertificatePolicy.ts';
import { updateOperation } from './operations/updateOperation.ts';

/** What an operation needs: one of the access policy's words, and the data action. */
function needs(policy: string | readonly string[], action: string): NeededPermission {
  return { kind: 'certificates', policy, action };
}

const READ = 'certificates/read';
const GET = needs('get', READ);
const LIST = needs('list', READ);
const UPDATE = needs('update', 'certificates/update/action');
const CREATE = needs('create', 'certificates/create/action');
const CONTACTS = needs('managecontacts', 'certificatecontacts/write');
const SET_ISSUER = needs(['setissuers', 'manageissuers'], 'certificatecas/write');
const GET_ISSUER = needs(['getissuers', 'manageissuers'], 'certificatecas/read');

/** Every operation on certificates, on what is being made of them, and on a vault's issuers and contacts. */
export const CERTIFICATE_ROUTES: readonly Route[] = routesOf([
  ['GET certificates', listCertificates, 'CertificateList', LIST],
  ['POST certificates/{name}/create', createCertificate, 'CertificateCreate', CREATE],
  [
    'POST certificates/{name}/import',
    importCertificate,
    'CertificateImport',
    needs('import', 'certificates/import/action'),
  ],
  ['GET certificates/{name}', getCertificate, 'CertificateGet', GET],
  ['GET certificates/{name}/{version}', getCertificate, 'CertificateGet', GET],
  ['PATCH certificates/{name}', updateCertificate, 'CertificateUpdate', UPDATE],
  ['PATCH certificates/{name}/{version}', updateCertificate, 'CertificateUpdate', UPDATE],
  [
    'DELETE certificates/{name}',
    deleteCertificate,
    'CertificateDelete',
    needs('delete', 'certificates/delete'),
  ],
  ['GET certificates/{name}/versions', listCertificateVersions, 'CertificateListVersions', LIST],
  ['GET certificates/{name}/policy', getCertificatePolicy, 'CertificatePolicyGet', GET],
  ['PATCH certificates/{name}/policy', updateCertificatePolicy, 'CertificatePolicyUpdate', UPDATE],
  ['GET certificates/{name}/pending', getOperation, 'CertificatePendingGet', GET],
  ['PATCH certificates/{name}/pending', updateOperation, 'CertificatePendingUpdate', UPDATE],
  ['DELETE certificates/{name}/pending', deleteOperation, 'CertificatePendingDelete', UPDATE],
  [
    'POST certificates/{name}/pending/merge',
    mergeCertificate,
    'CertificatePendingMerge',
    needs('create', 'certificates/create/action'),
  ],
  [
    'POST certificates/{name}/backup',
    backupCertificate,
    'CertificateBackup',
    needs('backup', 'certificates/backup/action'),
    { changes: false },
  ],
  [
    'POST certificates/restore',
    restoreCertificate,
    'CertificateRestore',
    needs('restore', 'certificates/restore/action'),
  ],
  [
    'GET certificates/issuers',
    listIssuers,
    'CertificateIssuersList',
    needs(['listissuers', 'manageissuers'], 'certificatecas/read'),
  ],
  ['PUT certificates/issuers/{name}', setIssuer, 'CertificateIssuerSet', SET_ISSUER],
  ['GET certificates/issuers/{name}', getIssuer, 'CertificateIssuerGet', GET_ISSUER],
  ['PATCH certificates/issuers/{name}', updateIssuer, 'CertificateIssuerUpdate', SET_ISSUER],
  [
    'DELETE certificates/issuers/{name}',
    deleteIssuer,
    'CertificateIssuerDelete',
    needs(['deleteissuers', 'manageissuers'], 'certificatecas/delete'),
  ],
  ['GET certificates/contacts', getContacts, 'CertificateContactsGet', CONTACTS],
  ['PUT certificates/contacts', setContacts, 'CertificateContactsSet', CONTACTS],
  ['DELETE certificates/contacts', deleteContacts, 'CertificateContactsDelete', CONTACTS],
  [
    'GET deletedcertificates',
    listDeletedCertificates,
    'CertificateListDeleted',
    LIST,
    { needsSoftDelete: 'list' },
  ],
  [
    'GET deletedcertificates/{name}',
    getDeletedCertificate,
    'CertificateGetDeleted',
    GET,
    { needsSoftDelete: 'get' },
  ],
  [
    'POST deletedcertificates/{name}/recover',
    recoverDeletedCertificate,
    'CertificateRecover',
    needs('recover', 'certificates/recover/action'),
    { needsSoftDelete: 'recover' },
  ],
  [
    'DELETE deletedcertificates/{name}',
    purgeDeletedCertificate,
    'CertificatePurge',
    needs('purge', 'certificates/purge/action'),
    { needsSoftDelete: 'purge' },
  ],
]);
