import type { Term } from '../vocabulary/terms.ts'

/** What contributions are counted in. */
export const contributionUnits = [
  { code: 'dollars', en: 'dollars', es: 'dólares' },
  { code: 'hours', en: 'hours', es: 'horas' },
  { code: 'days', en: 'days', es: 'días' },
  { code: 'people', en: 'people', es: 'personas' },
  { code: 'fte', en: 'full-time positions', es: 'puestos a tiempo completo' },
  { code: 'sessions', en: 'sessions', es: 'sesiones' },
  { code: 'visits', en: 'visits', es: 'visitas' },
  { code: 'rides', en: 'rides', es: 'viajes' },
  { code: 'items', en: 'items', es: 'artículos' },
  { code: 'licenses', en: 'licenses', es: 'licencias' },
  { code: 'rooms', en: 'rooms', es: 'salas' },
  { code: 'meals', en: 'meals', es: 'comidas' },
] as const satisfies readonly Term[]
export type ContributionUnit = (typeof contributionUnits)[number]['code']

/** How what both sides put in is spread, from the district's side to the partner's. */
export const balanceBands = [
  { code: 'nothing_yet', en: 'Nothing to compare yet', es: 'Todavía nada que comparar' },
  { code: 'carried_by_district', en: 'Carried by the district', es: 'La lleva el distrito' },
  { code: 'leans_on_district', en: 'Leans on the district', es: 'Se apoya más en el distrito' },
  { code: 'balanced', en: 'Balanced', es: 'Equilibrada' },
  { code: 'leans_on_partner', en: 'Leans on the partner', es: 'Se apoya más en la organización' },
  { code: 'carried_by_partner', en: 'Carried by the partner', es: 'La lleva la organización' },
] as const satisfies readonly Term[]
export type BalanceBand = (typeof balanceBands)[number]['code']
