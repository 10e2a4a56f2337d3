import { showsStudents, type SharingBasis } from './data-sharing.ts'

/** Data had to be destroyed by a day that is over, and nobody has the certificate (domain 3.9). */
export const certificateIsLate = (
  sharing: { readonly basis: SharingBasis; readonly destroyBy: string | null } | null,
  certifiedOn: string | null,
  today: string,
): boolean =>
  sharing !== null &&
  showsStudents(sharing.basis) &&
  sharing.destroyBy !== null &&
  sharing.destroyBy < today &&
  certifiedOn === null
