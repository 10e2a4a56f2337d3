import type { ImportKind } from './kind.ts'
import { deliveryMeasurementsKind, measurementsKind } from './measurements.ts'
import { organizationsKind } from './organizations.ts'
import { programSitesKind } from './program-sites.ts'
import { schoolsKind } from './schools.ts'

/** Every kind of file that can be brought in, in the order a new district needs them. */
export const importKinds = [
  schoolsKind,
  measurementsKind,
  deliveryMeasurementsKind,
  organizationsKind,
  programSitesKind,
] as const

export const importKindKeys = [
  'schools',
  'measurements',
  'delivery_measurements',
  'organizations',
  'program_sites',
] as const
export type ImportKindKey = (typeof importKindKeys)[number]

const byKey = new Map<string, ImportKind>(importKinds.map((kind) => [kind.key, kind]))
export const importKindOf = (key: string): ImportKind | undefined => byKey.get(key)
