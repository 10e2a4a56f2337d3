import * as Type from 'typebox'
import { Closed, Instant, Nullable } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { FactorCode, Secret } from './schemas.ts'

export const factorContract = defineContract({
  getFactor: {
    method: 'GET',
    path: '/me/second-factor',
    access: 'signed-in',
    summary: 'Whether the person who asks signs in with a second factor',
    response: Type.Object({
      since: Nullable(Instant),
      /** Recovery codes not used yet. */
      recoveryLeft: Type.Integer(),
    }),
  },
  startFactor: {
    method: 'POST',
    path: '/me/second-factor',
    access: 'signed-in',
    throttle: 'sign-in',
    replay: 'never',
    summary: 'Begin to set up an authenticator app; nothing changes until its first code is confirmed',
    body: Closed({ password: Secret }),
    response: Type.Object({
      /** Base32, to be typed into the app. */
      secret: Type.String(),
      /** The same as an otpauth: address. */
      uri: Type.String(),
    }),
  },
  confirmFactor: {
    method: 'POST',
    path: '/me/second-factor/confirmation',
    access: 'signed-in',
    throttle: 'sign-in',
    replay: 'never',
    summary: 'Switch the second factor on with the app’s first code; the recovery codes are told once',
    body: Closed({ code: FactorCode }),
    response: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
  },
  removeFactor: {
    method: 'POST',
    path: '/me/second-factor/removal',
    access: 'signed-in',
    throttle: 'sign-in',
    replay: 'never',
    summary: 'Switch the own second factor off',
    body: Closed({ password: Secret }),
  },
})
