import { expect, it } from 'vitest'
import { missingRoles, requiredRoles, unsettled, type Holding } from './roles.ts'

const holdings: Holding[] = [
  { partnershipId: 'a', role: 'lead', schoolId: null },
  { partnershipId: 'a', role: 'liaison', schoolId: 's1' },
  { partnershipId: 'a', role: 'liaison', schoolId: 's2' },
  { partnershipId: 'b', role: 'principal', schoolId: 's1' },
]

it('every subset of moves leaves exactly the rest without an owner', () => {
  for (let bits = 0; bits < 2 ** holdings.length; bits++) {
    const chosen = holdings.filter((_, at) => bits & (1 << at))
    const { left, beside } = unsettled(
      holdings,
      chosen.map((holding) => ({ ...holding, toId: 'x' })),
    )
    expect(left).toEqual(holdings.filter((holding) => !chosen.includes(holding)))
    expect(beside).toEqual([])
  }
})

it('a move of what the person does not hold is named', () => {
  const move = { partnershipId: 'b', role: 'lead', schoolId: null, toId: 'x' } as const
  expect(unsettled(holdings, [move]).beside).toEqual([move])
})

it('lead and backup of both sides are required, and nothing else', () => {
  const all = { lead: 1, backup: 2, partner_lead: 3, partner_backup: 4 }
  expect(missingRoles(all)).toEqual([])
  for (const role of requiredRoles) expect(missingRoles({ ...all, [role]: null })).toEqual([role])
})
