import * as Type from 'typebox'
import { Nullable } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Credentials, SignedIn } from './schemas.ts'

/** How people may sign in here beside e-mail and password. */
const SignInWays = Type.Object({
  provider: Nullable(Type.Object({ label: Type.String(), path: Type.String() })),
})

export const signInContract = defineContract({
  signInWays: {
    method: 'GET',
    path: '/auth/ways',
    access: 'public',
    summary:
      'Whether people may also sign in with an identity provider, what it is called, and where that begins',
    response: SignInWays,
  },
  signIn: {
    method: 'POST',
    path: '/auth/sign-in',
    access: 'public',
    throttle: 'sign-in',
    replay: 'never',
    summary: 'Sign in with e-mail and password',
    body: Credentials,
    response: SignedIn,
  },
  refresh: {
    method: 'POST',
    path: '/auth/refresh',
    access: 'public',
    replay: 'never',
    summary: 'Trade the refresh cookie for a new access token; null where the browser holds no cookie',
    response: Nullable(SignedIn),
  },
  signOut: {
    method: 'POST',
    path: '/auth/sign-out',
    access: 'public',
    replay: 'never',
    summary: 'End the session of this browser',
  },
  signOutEverywhere: {
    method: 'POST',
    path: '/auth/sign-out-everywhere',
    access: 'signed-in',
    replay: 'never',
    summary: 'End every session of the person who asks',
  },
})
