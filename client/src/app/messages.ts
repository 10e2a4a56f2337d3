import type { Catalogue } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.en.ts'
import { messages as app } from './messages.en.ts'

/**
 * Every word of the product, by feature. The shell's English is there from the start; a feature's words arrive with
 * its first page: `needs: { en: () => import('../needs/messages.en.ts'), es: () => import('../needs/messages.es.ts') }`.
 */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  ui: { en: ui, es: () => import('../ui/messages.es.ts') },
  problems: {
    en: () => import('../platform/messages.en.ts'),
    es: () => import('../platform/messages.es.ts'),
  },
  app: { en: app, es: () => import('./messages.es.ts') },
  far: { en: () => import('./far-places.en.ts'), es: () => import('./far-places.es.ts') },
  partnerships: {
    en: () => import('../partnerships/messages.en.ts'),
    es: () => import('../partnerships/messages.es.ts'),
  },
  duplication: {
    en: () => import('../duplication/messages.en.ts'),
    es: () => import('../duplication/messages.es.ts'),
  },
  offers: { en: () => import('../offers/messages.en.ts'), es: () => import('../offers/messages.es.ts') },
  outcomes: {
    en: () => import('../outcomes/messages.en.ts'),
    es: () => import('../outcomes/messages.es.ts'),
  },
  district: {
    en: () => import('../district/messages.en.ts'),
    es: () => import('../district/messages.es.ts'),
  },
  needs: { en: () => import('../needs/messages.en.ts'), es: () => import('../needs/messages.es.ts') },
  network: { en: () => import('../network/messages.en.ts'), es: () => import('../network/messages.es.ts') },
  maps: { en: () => import('../maps/messages.en.ts'), es: () => import('../maps/messages.es.ts') },
  placement: {
    en: () => import('../placement/messages.en.ts'),
    es: () => import('../placement/messages.es.ts'),
  },
  schools: {
    en: () => import('../schools/messages.en.ts'),
    es: () => import('../schools/messages.es.ts'),
  },
  organizations: {
    en: () => import('../organizations/messages.en.ts'),
    es: () => import('../organizations/messages.es.ts'),
  },
  people: { en: () => import('../people/messages.en.ts'), es: () => import('../people/messages.es.ts') },
  links: { en: () => import('../links/messages.en.ts'), es: () => import('../links/messages.es.ts') },
  compliance: {
    en: () => import('../compliance/messages.en.ts'),
    es: () => import('../compliance/messages.es.ts'),
  },
  clients: { en: () => import('../clients/messages.en.ts'), es: () => import('../clients/messages.es.ts') },
  audit: { en: () => import('../audit/messages.en.ts'), es: () => import('../audit/messages.es.ts') },
  meetings: {
    en: () => import('../meetings/messages.en.ts'),
    es: () => import('../meetings/messages.es.ts'),
  },
  timeline: {
    en: () => import('../timeline/messages.en.ts'),
    es: () => import('../timeline/messages.es.ts'),
  },
  figures: { en: () => import('../figures/messages.en.ts'), es: () => import('../figures/messages.es.ts') },
  today: { en: () => import('../today/messages.en.ts'), es: () => import('../today/messages.es.ts') },
  mail: { en: () => import('../mail/messages.en.ts'), es: () => import('../mail/messages.es.ts') },
  notifications: {
    en: () => import('../notifications/messages.en.ts'),
    es: () => import('../notifications/messages.es.ts'),
  },
  continuity: {
    en: () => import('../continuity/messages.en.ts'),
    es: () => import('../continuity/messages.es.ts'),
  },
  decisions: {
    en: () => import('../decisions/messages.en.ts'),
    es: () => import('../decisions/messages.es.ts'),
  },
  letters: {
    en: () => import('../letters/messages.en.ts'),
    es: () => import('../letters/messages.es.ts'),
  },
  investments: {
    en: () => import('../investments/messages.en.ts'),
    es: () => import('../investments/messages.es.ts'),
  },
  lifecycle: {
    en: () => import('../lifecycle/messages.en.ts'),
    es: () => import('../lifecycle/messages.es.ts'),
  },
  pipeline: {
    en: () => import('../pipeline/messages.en.ts'),
    es: () => import('../pipeline/messages.es.ts'),
  },
  goals: { en: () => import('../goals/messages.en.ts'), es: () => import('../goals/messages.es.ts') },
  contribution: {
    en: () => import('../contribution/messages.en.ts'),
    es: () => import('../contribution/messages.es.ts'),
  },
  releases: {
    en: () => import('../releases/messages.en.ts'),
    es: () => import('../releases/messages.es.ts'),
  },
  activities: {
    en: () => import('../activities/messages.en.ts'),
    es: () => import('../activities/messages.es.ts'),
  },
  seats: { en: () => import('../seats/messages.en.ts'), es: () => import('../seats/messages.es.ts') },
  views: { en: () => import('../views/messages.en.ts'), es: () => import('../views/messages.es.ts') },
  imports: { en: () => import('../imports/messages.en.ts'), es: () => import('../imports/messages.es.ts') },
  vision: { en: () => import('../vision/messages.en.ts'), es: () => import('../vision/messages.es.ts') },
  agreements: {
    en: () => import('../agreements/messages.en.ts'),
    es: () => import('../agreements/messages.es.ts'),
  },
  plans: { en: () => import('../plans/messages.en.ts'), es: () => import('../plans/messages.es.ts') },
  barriers: {
    en: () => import('../barriers/messages.en.ts'),
    es: () => import('../barriers/messages.es.ts'),
  },
  reconciliation: {
    en: () => import('../reconciliation/messages.en.ts'),
    es: () => import('../reconciliation/messages.es.ts'),
  },
  polls: { en: () => import('../polls/messages.en.ts'), es: () => import('../polls/messages.es.ts') },
  boards: { en: () => import('../boards/messages.en.ts'), es: () => import('../boards/messages.es.ts') },
  reports: { en: () => import('../reports/messages.en.ts'), es: () => import('../reports/messages.es.ts') },
  requests: {
    en: () => import('../requests/messages.en.ts'),
    es: () => import('../requests/messages.es.ts'),
  },
  rounds: { en: () => import('../rounds/messages.en.ts'), es: () => import('../rounds/messages.es.ts') },
  site: { en: () => import('../site/messages.en.ts'), es: () => import('../site/messages.es.ts') },
  toolkit: { en: () => import('../toolkit/messages.en.ts'), es: () => import('../toolkit/messages.es.ts') },
  stories: { en: () => import('../stories/messages.en.ts'), es: () => import('../stories/messages.es.ts') },
  outlook: { en: () => import('../outlook/messages.en.ts'), es: () => import('../outlook/messages.es.ts') },
}
