import { backupOnlyLatestVersion } from './backups/backupOnlyLatestVersion.ts';
import { restoredIsDeletedForGood } from './backups/restoredIsDeletedForGood.ts';
import { restoreMakesNewDates } from './backups/restoreMakesNewDates.ts';
import { restoreOverDeleted } from './backups/restoreOverDeleted.ts';
import { restoreOverwritesLive } from './backups/restoreOverwritesLive.ts';
import { deleteChangesUpdated } from './deletion/deleteChangesUpdated.ts';
import { deletedDateFromWallClock } from './deletion/deletedDateFromWallClock.ts';
import { legacyVaultKeepsDeleted } from './deletion/legacyVaultKeepsDeleted.ts';
import { otherDeletionResetsTimer } from './deletion/otherDeletionResetsTimer.ts';
import { secondDeleteRestartsTimer } from './deletion/secondDeleteRestartsTimer.ts';
import type { Fault } from './fault.ts';
import { deletedListEndsAfterAPage } from './lists/deletedListEndsAfterAPage.ts';
import { listShowsDeleted } from './lists/listShowsDeleted.ts';
import { pageBoundaryLosesAnItem } from './lists/pageBoundaryLosesAnItem.ts';
import { purgedStaysListed } from './lists/purgedStaysListed.ts';
import { secondPageIsEmpty } from './lists/secondPageIsEmpty.ts';
import { versionPageLosesAnItem } from './lists/versionPageLosesAnItem.ts';
import { caseSensitiveNames } from './names/caseSensitiveNames.ts';
import { conflictWithoutInnerCode } from './names/conflictWithoutInnerCode.ts';
import { nameReservedAfterPurge } from './names/nameReservedAfterPurge.ts';
import { purgedVersionsReturn } from './names/purgedVersionsReturn.ts';
import { setOnDeletedName } from './names/setOnDeletedName.ts';
import { allIncludesPurge } from './permissions/allIncludesPurge.ts';
import { expiredTokensTaken } from './permissions/expiredTokensTaken.ts';
import { getDeletedNeedsList } from './permissions/getDeletedNeedsList.ts';
import { protectionBeforePermission } from './permissions/protectionBeforePermission.ts';
import { purgeOperatorPurgesObjects } from './permissions/purgeOperatorPurgesObjects.ts';
import { readerRecovers } from './permissions/readerRecovers.ts';
import { recoverNeedsDelete } from './permissions/recoverNeedsDelete.ts';
import { rolesOpenPolicyVaults } from './permissions/rolesOpenPolicyVaults.ts';
import { deletedReadableAfterPurge } from './purge/deletedReadableAfterPurge.ts';
import { disabledNotPurged } from './purge/disabledNotPurged.ts';
import { protectionOnlyFor90Days } from './purge/protectionOnlyFor90Days.ts';
import { purgeIgnoresProtection } from './purge/purgeIgnoresProtection.ts';
import { purgeOfLiveDestroys } from './purge/purgeOfLiveDestroys.ts';
import { purgeTakesAllDeleted } from './purge/purgeTakesAllDeleted.ts';
import { deletedVersionReadable } from './reads/deletedVersionReadable.ts';
import { deletionShowsValue } from './reads/deletionShowsValue.ts';
import { disabledSecretReadable } from './reads/disabledSecretReadable.ts';
import { expiredSecretUnreadable } from './reads/expiredSecretUnreadable.ts';
import { updateEnables } from './reads/updateEnables.ts';
import { updateIgnoresVersion } from './reads/updateIgnoresVersion.ts';
import { updateMergesTags } from './reads/updateMergesTags.ts';
import { lastHourUnrecoverable } from './recovery/lastHourUnrecoverable.ts';
import { oldVersionsForgottenAfterADay } from './recovery/oldVersionsForgottenAfterADay.ts';
import { recoverAddsVersion } from './recovery/recoverAddsVersion.ts';
import { recoverBringsBackAll } from './recovery/recoverBringsBackAll.ts';
import { recoverChangesUpdated } from './recovery/recoverChangesUpdated.ts';
import { recoverDropsOldVersions } from './recovery/recoverDropsOldVersions.ts';
import { recoverEnables } from './recovery/recoverEnables.ts';
import { recoverEnablesOldVersions } from './recovery/recoverEnablesOldVersions.ts';
import { recoverLeavesDeleted } from './recovery/recoverLeavesDeleted.ts';
import { recoverLosesTags } from './recovery/recoverLosesTags.ts';
import { thirdRecoverLoses } from './recovery/thirdRecoverLoses.ts';
import { timerRunsOnAfterRecover } from './recovery/timerRunsOnAfterRecover.ts';
import { expirySweepsAll } from './retention/expirySweepsAll.ts';
import { ninetyDaysAlways } from './retention/ninetyDaysAlways.ts';
import { purgeDateMovesOnGet } from './retention/purgeDateMovesOnGet.ts';
import { purgedADayLate } from './retention/purgedADayLate.ts';
import { purgedASecondEarly } from './retention/purgedASecondEarly.ts';
import { purgedOnlyWhenListed } from './retention/purgedOnlyWhenListed.ts';
import { recoverableDaysAlways90 } from './retention/recoverableDaysAlways90.ts';

/** All faults, by what they are about. */
export const FAULTS: readonly Fault[] = [
  setOnDeletedName,
  conflictWithoutInnerCode,
  nameReservedAfterPurge,
  purgedVersionsReturn,
  caseSensitiveNames,
  deleteChangesUpdated,
  deletedDateFromWallClock,
  secondDeleteRestartsTimer,
  legacyVaultKeepsDeleted,
  otherDeletionResetsTimer,
  recoverDropsOldVersions,
  recoverEnables,
  recoverAddsVersion,
  recoverLosesTags,
  recoverChangesUpdated,
  thirdRecoverLoses,
  timerRunsOnAfterRecover,
  recoverLeavesDeleted,
  purgeIgnoresProtection,
  protectionOnlyFor90Days,
  deletedReadableAfterPurge,
  purgeOfLiveDestroys,
  ninetyDaysAlways,
  recoverableDaysAlways90,
  purgedASecondEarly,
  purgedADayLate,
  purgeDateMovesOnGet,
  purgedOnlyWhenListed,
  expirySweepsAll,
  listShowsDeleted,
  deletedListEndsAfterAPage,
  pageBoundaryLosesAnItem,
  versionPageLosesAnItem,
  purgedStaysListed,
  deletedVersionReadable,
  disabledSecretReadable,
  deletionShowsValue,
  updateMergesTags,
  updateIgnoresVersion,
  restoreOverwritesLive,
  restoreOverDeleted,
  backupOnlyLatestVersion,
  restoreMakesNewDates,
  allIncludesPurge,
  recoverNeedsDelete,
  getDeletedNeedsList,
  rolesOpenPolicyVaults,
  purgeOperatorPurgesObjects,
  readerRecovers,
  expiredTokensTaken,
  protectionBeforePermission,
  recoverEnablesOldVersions,
  recoverBringsBackAll,
  lastHourUnrecoverable,
  oldVersionsForgottenAfterADay,
  purgeTakesAllDeleted,
  disabledNotPurged,
  restoredIsDeletedForGood,
  secondPageIsEmpty,
  updateEnables,
  expiredSecretUnreadable,
];
