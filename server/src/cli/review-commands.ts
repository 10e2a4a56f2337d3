import { ProblemError } from '@common-table/shared/contract/problem'
import type { ReviewItem } from '@common-table/shared/imports/schemas'
import { acceptAbove, reviewItemsOf } from '../imports/index.ts'
import { CliRefusal, command } from './command.ts'
import { districtOption, findDistrict } from './find-district.ts'

const author = { kind: 'system', id: null, name: 'command line', requestId: null } as const

const kindOf = (said: string | undefined): 'site_school' | 'organization_duplicate' => {
  if (said === undefined || said === 'sites') return 'site_school'
  if (said === 'organizations') return 'organization_duplicate'
  throw new CliRefusal('--kind is sites or organizations.')
}

export const reviewCommands = [
  command({
    name: 'review',
    summary:
      'The questions an import left for people, surest first; with --accept-above answers the sure ones.',
    options: {
      district: districtOption,
      kind: { summary: 'sites (the default) or organizations.', value: 'KIND' },
      limit: { summary: 'How many to show, at most 200; 20 if absent.', value: 'N' },
      'accept-above': {
        summary: 'Accept the first candidate of every question at least this sure, 0.5 to 1.',
        value: 'CONFIDENCE',
      },
    },
    run: async (
      { app: { services }, ownerUrl, say },
      { district, kind: said, limit, 'accept-above': above },
    ) => {
      const { id: districtId } = await findDistrict(ownerUrl, district)
      const kind = kindOf(said)
      if (above !== undefined) {
        const least = Number(above)
        if (!(least >= 0.5 && least <= 1)) throw new CliRefusal('--accept-above is a number from 0.5 to 1.')
        const accepted = await services
          .write(districtId, author, (db) => acceptAbove(db, kind, least, { id: null, name: author.name }))
          .catch((error: unknown) => {
            throw error instanceof ProblemError ? new CliRefusal(error.message) : error
          })
        return say(`Accepted ${accepted}.`)
      }
      const page = await reviewItemsOf(
        services.read(districtId),
        null,
        { kind, limit: Math.min(200, Number(limit ?? 20) || 20) },
        undefined,
      )
      const items = JSON.parse(page?.items ?? '[]') as ReviewItem[]
      if (items.length === 0) return say('No question is open.')
      for (const { subject, confidence, candidates } of items) {
        say(
          `${Math.round(confidence * 100)} %  ${[subject.name, subject.area, subject.address].filter(Boolean).join(', ')}`,
        )
        for (const one of candidates.slice(0, 3))
          say(`        ${one.code ?? ''} ${one.name} (${one.reasons.join(', ')})`)
      }
    },
  }),
]
