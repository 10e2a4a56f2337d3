import { standingOf } from '@common-table/shared/compliance/clearance'
import { reminderDue } from '@common-table/shared/compliance/reminders'
import { requiredDocuments } from '@common-table/shared/compliance/required-documents'
import { mergeRequirements, type Requirement } from '@common-table/shared/compliance/requirements'
import { documentKinds, type DocumentKind } from '@common-table/shared/compliance/vocabulary'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Services } from '../http/services.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { notify } from '../notifications/index.ts'
import { endingPassports, noteReminders, type Ending } from './reminder-queries.ts'
import { requirementsOf } from './requirement-queries.ts'
import { levels } from './settle.ts'

const author = { kind: 'system', id: null, name: 'reminders', requestId: null } as const

interface Due {
  id: string
  kind: DocumentKind
  expiresOn: string
  days: number
}

/** Documents that are owed, hold today, end soon, and have no renewal waiting. */
const dueIn = ({ facts, level, documents, today }: Ending, requirements: readonly Requirement[]): Due[] =>
  requiredDocuments(requirements, facts, levels[level - 1] ?? 'low').flatMap(({ kind, lane }) => {
    const rule = requirements.find((one) => one.kind === kind)
    const handedIn = documents.filter((one) => one.kind === kind)
    if (!rule || lane === 'waived') return []
    const { state, documentId, expiresOn, waitingId } = standingOf(handedIn, rule.warnDays, today)
    if (state !== 'expiring' || !documentId || !expiresOn || waitingId) return []
    const sent = handedIn.find(({ id }) => id === documentId)?.reminders ?? []
    const days = reminderDue(expiresOn, today, rule.warnDays, sent)
    return days === undefined ? [] : [{ id: documentId, kind, expiresOn, days }]
  })

const sentence = (due: readonly Due[], locale: 'en' | 'es'): string => {
  const day = new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const list = due.map(
    ({ kind, expiresOn }) => `${nameOf(documentKinds, kind, locale)} (${day.format(new Date(expiresOn))})`,
  )
  const joined = new Intl.ListFormat(locale).format(list)
  return locale === 'es' ? `Pronto vencen: ${joined}.` : `These documents end soon: ${joined}.`
}

/** One mail per partner for all that is due; where nobody can be reached, the coordinators are told. */
const remindOne = (services: Services, districtId: string, ending: Ending, due: readonly Due[]) =>
  services.write(districtId, author, async (db) => {
    const fresh = new Set(await noteReminders(db, due))
    const now = due.filter(({ id }) => fresh.has(id))
    if (now.length === 0) return
    const to = await recipientOf(db, ending.id)
    if (to)
      await mailLink(db, services, {
        purpose: 'documents',
        subject: { table: 'organizations', id: ending.id },
        organizationId: ending.id,
        to,
        note: sentence(now, to.locale),
        author,
      })
    else
      await notify(
        db,
        { roles: ['coordinator', 'director'] },
        'compliance.nobodyToRemind',
        { organization: ending.name },
        `/organizations/${ending.id}?part=compliance`,
      )
  })

/** Sends what is due in a district today; sent once, however often it is asked. */
export const remindDistrict = async (services: Services, districtId: string): Promise<void> => {
  const read = services.read(districtId)
  const [passports, own] = await Promise.all([endingPassports(read), requirementsOf(read)])
  const requirements = mergeRequirements(own)
  for (const ending of passports) {
    const due = ending.level > 0 ? dueIn(ending, requirements) : []
    if (due.length > 0) await remindOne(services, districtId, ending, due)
  }
}
