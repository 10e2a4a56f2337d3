import { auditContract } from '@common-table/shared/audit/contract'
import type { AuditEntry } from '@common-table/shared/audit/schemas'
import { describe, expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import AuditPage from './AuditPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  id: id(1),
  at: '2026-01-10T15:00:00Z',
  actorKind: 'user',
  actorId: id(90),
  actorName: 'Robin Alvarez',
  action: 'update',
  table: 'needs',
  recordId: id(2),
  changes: {},
  names: {
    [id(3)]: { en: 'Tutoring', es: 'Tutoría' },
    [id(4)]: { en: 'Mill Creek', es: 'Mill Creek' },
  },
  requestId: null,
  ...more,
})
const entries = [
  entry({
    changes: {
      category_id: [id(9), id(3)],
      status: ['open', 'in_progress'],
      source: ['principal', 'data'],
      cannot_meet_alone: [false, true],
      closed_at: [null, '2026-01-09T12:30:00+00:00'],
      grades: [[], ['K', '1']],
    },
  }),
  entry({
    id: id(11),
    action: 'insert',
    table: 'partnerships',
    recordId: id(4),
    changes: {
      id: id(4),
      starts_on: '2026-02-01',
      stage: 'exploring',
      summary: 'open',
      external_key: 'x',
    },
  }),
  entry({
    id: id(12),
    action: 'update',
    table: 'agreements',
    recordId: null,
    changes: {
      amount_cents: [125000, null],
      evidence: [{}, { text: 'A survey' }],
    },
  }),
  entry({
    id: id(13),
    action: 'update',
    table: 'a_table_of_a_newer_server',
    recordId: null,
    changes: { some_column: ['before', 'after'] },
  }),
]
const acts = [
  entry({
    id: id(14),
    action: 'import',
    table: 'imports',
    changes: {
      file: 'schools.csv',
      kind: 'schools',
      refused: 2,
      schools: { new: 3, unchanged: 1 },
    },
  }),
  entry({
    id: id(15),
    action: 'sign_in',
    table: 'users',
    changes: { device: 'A browser', by: 'provider' },
  }),
]
const shown = async (locale: 'en' | 'es', path = '/') => {
  const asked: unknown[] = []
  const page = await render(
    AuditPage,
    { role: 'admin', locale, path },
    answer(
      auditContract.listAudit,
      ({ query }) => (asked.push(query), { items: [...entries, ...acts], nextCursor: null }),
    ),
  )
  return {
    page,
    asked,
    rows: page.findAll('tbody tr').map((row) => row.text().replaceAll(/\s+/g, ' ')),
  }
}

describe('the audit', () => {
  it('tells changes in the product’s words: records by name, codes by meaning, days as days', async () => {
    const { rows } = await shown('en')
    for (const words of [
      'Changed: Need',
      'Kind of help: a record that is no longer there → Tutoring',
      'Status: Open → In progress',
      'Beyond the school’s means: no → yes',
      'Closed: empty → Jan 9, 2026, 12:30 PM',
      'Grades: empty → K and 1',
    ])
      expect(rows[0]).toContain(words)
    expect(rows[1]).toContain('Added: Partnership “Mill Creek”')
    expect(rows[1]).toContain('Begins on: Feb 1, 2026')
    expect(rows[1]).toContain('Stage: Exploring')
    expect(rows[1]).toContain('Summary: open') // a text, although it reads like a code
    expect(rows[1]).not.toMatch(/external key|0000-4000/i)
    expect(rows[2]).toContain('Amount: $1,250 → empty')
    expect(rows[2]).toContain('What it rests on: empty → Text: A survey')
    expect(rows[3]).toContain('a table of a newer server')
    expect(rows[3]).toContain('some column: before → after')
  })

  it('tells them in Spanish', async () => {
    const { rows } = await shown('es')
    for (const words of ['Tipo de ayuda:', 'Tutoría', 'Abierta → En curso', 'no → sí', 'vacío → K y 1'])
      expect(rows[0]).toContain(words)
    expect(rows[1]).toContain('Alianza «Mill Creek»')
    expect(rows[1]).toContain('Etapa: Explorando')
    for (const words of [
      'Archivo: schools.csv',
      'Tipo: Escuelas',
      'Filas rechazadas: 2',
      'Nuevos: 3; Sin cambios: 1',
    ])
      expect(rows[4]).toContain(words)
    expect(rows[5]).toContain('Mediante: el acceso del distrito')
  })

  it('is narrowed to one kind of record, chosen by its name', async () => {
    const { page, asked } = await shown('en', '/?table=service_sites')
    expect(asked).toEqual([expect.objectContaining({ table: 'service_sites' })])
    const options = page.findAll('select option').map((option) => option.text())
    expect(options).toContain('Kind of help of a partnership')
    expect(options).not.toContain('service_sites')
  })
})
