import { describe, expect, it } from 'vitest'
import { render } from '../platform/testing.ts'
import DataTable from './DataTable.vue'
import { ariaSort, between, nextSort } from './table-columns.ts'

const rows = Array.from({ length: 4 }, (_, at) => ({ id: `${at}`, name: `Partner ${at}`, schools: at }))
const columns = [
  { key: 'name', label: 'Name', sort: 'name', heads: true },
  { key: 'schools', label: 'Schools', numeric: true },
]
const table = (props: object = {}) =>
  render(DataTable, { props: { rows, columns, caption: 'Partners', ...props } })

describe('DataTable', () => {
  it('heads each row with the record’s name', async () => {
    const page = await table()
    expect(page.findAll('th[scope=row]').map((cell) => cell.text())).toEqual(rows.map(({ name }) => name))
  })
  it('sorts by a button in the header and says so', async () => {
    const page = await table({ sort: 'name' })
    expect(page.get('th[scope=col]').attributes('aria-sort')).toBe('ascending')
    await page.get('th button').trigger('click')
    expect(page.emitted('update:sort')).toEqual([['-name']])
  })
  it('hides a column, but never the name', async () => {
    const page = await table({ hidden: ['name', 'schools'] })
    expect(page.findAll('th[scope=col]').map((cell) => cell.text())).toEqual(['Name'])
  })
  it('selects a stretch of rows with Shift', async () => {
    const page = await table({
      nameOf: (row: { name: string }) => row.name,
      selected: [],
      'onUpdate:selected': (selected: string[]) => page.setProps({ selected }),
    })
    const boxes = () => page.findAll('tbody input[type=checkbox]')
    await boxes()[0]!.setValue(true)
    await boxes()[0]!.trigger('click')
    ;(boxes()[2]!.element as HTMLInputElement).checked = false
    await boxes()[2]!.trigger('click', { shiftKey: true })
    expect(page.emitted('update:selected')?.at(-1)).toEqual([['0', '1', '2']])
  })
  it('opens the record by a click on the row, but not by a click on its box', async () => {
    const page = await table({ nameOf: (row: { name: string }) => row.name })
    await page.findAll('tbody tr')[1]!.get('td:last-child').trigger('click')
    await page.findAll('tbody tr')[1]!.get('input').trigger('click')
    expect(page.emitted('open')).toEqual([[rows[1]]])
  })
  it('draws a window of many rows and counts them all', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      id: `${at}`,
      name: `Partner ${at}`,
      schools: at,
    }))
    const page = await table({ rows: many, total: 5000 })
    expect(page.findAll('th[scope=row]').length).toBeLessThan(60)
    expect(page.get('table').attributes('aria-rowcount')).toBe('5000')
  })
  it('asks for more', async () => {
    const page = await table({ hasMore: true, total: 142 })
    expect(page.get('footer').text()).toContain('4 of 142')
    await page.get('footer button').trigger('click')
    expect(page.emitted('more')).toHaveLength(1)
  })
})

it('turns a sort around and starts another one ascending', () => {
  expect([nextSort('name', 'name'), nextSort('-name', 'name'), nextSort('name', 'stage')]).toEqual([
    '-name',
    'name',
    'stage',
  ])
  expect([ariaSort('-name', 'name'), ariaSort('name', 'stage'), ariaSort('name', undefined)]).toEqual([
    'descending',
    'none',
    undefined,
  ])
})

it('knows the rows between two clicks in either direction', () => {
  expect(between(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(between(['a', 'b'], undefined, 'b')).toEqual(['b'])
})
