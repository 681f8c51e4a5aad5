/** How an operation on a vault is billed: at the usual rate, or at that of RSA keys above 2048 bits and of all EC keys (BL-05). */
export type MeterClass = 'operations' | 'advancedKeyOperations';
