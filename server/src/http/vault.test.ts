import { expect, it } from 'vitest'
import { vaultOf } from './vault.ts'

const vault = vaultOf('a secret only this test knows, long enough')

it('opens what it sealed, for the same use only', () => {
  const sealed = vault.seal('second factor of 1', 'JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(vault.open('second factor of 1', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(vault.open('second factor of 2', sealed)).toBeUndefined()
  expect(
    vaultOf('the secret of another installation, long').open('second factor of 1', sealed),
  ).toBeUndefined()
})

it('seals the same secret differently each time', () => {
  expect(vault.seal('x', 'same')).not.toBe(vault.seal('x', 'same'))
})

it('refuses what was changed by one letter or cut short', () => {
  const sealed = vault.seal('x', 'JBSWY3DPEHPK3PXP')
  const at = sealed.length - 3
  const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
  for (const wrong of [changed, sealed.slice(0, 20), sealed.slice(0, -4)])
    expect(vault.open('x', wrong)).toBeUndefined()
})

it('gives back what was stored before there was a vault', () => {
  expect(vault.open('x', 'JBSWY3DPEHPK3PXP')).toBe('JBSWY3DPEHPK3PXP')
  expect(vault.isSealed('JBSWY3DPEHPK3PXP')).toBe(false)
})
