import type { TodayKind } from '@common-table/shared/today/kinds'
import { sessions, stories } from './activity-groups.ts'
import * as life from './life-groups.ts'
import * as partner from './partner-groups.ts'
import * as seats from './seat-groups.ts'
import * as sides from './side-groups.ts'
import type { Group } from './sql-parts.ts'
import * as work from './work-groups.ts'

export const groups: Record<TodayKind, Group> = {
  snapshots: sides.snapshots,
  requests: sides.requests,
  offers: partner.offers,
  stuck: work.stuck,
  wishes: work.wishes,
  visions: life.visions,
  check_ins: work.checkIns,
  promises: work.promises,
  actions: work.actions,
  steps: partner.steps,
  expiring: partner.expiring,
  returns: life.returns,
  documents: partner.documents,
  hours: work.hours,
  seat_hours: seats.seatHours,
  seat_demand: seats.seatDemand,
  sessions,
  stories,
  links: partner.links,
  exits: life.exits,
  mismatches: sides.mismatches,
  questions: sides.questions,
  quiet: partner.quiet,
  gaps: life.gaps,
  mails: partner.mails,
}
