import * as Type from 'typebox'
import { Closed } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { MeChange, Secret, Session, SignedInUser } from './schemas.ts'

export const accountContract = defineContract({
  getMe: {
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    summary: 'The person who is signed in',
    response: SignedInUser,
  },
  changeMe: {
    method: 'PATCH',
    path: '/me',
    access: 'signed-in',
    summary: 'Change the own name, title, language, theme and preferences',
    body: MeChange,
    response: SignedInUser,
  },
  changePassword: {
    method: 'POST',
    path: '/me/password',
    access: 'signed-in',
    throttle: 'sign-in',
    replay: 'never',
    summary: 'Change the own password; every other session ends',
    body: Closed({ currentPassword: Secret, newPassword: Secret }),
  },
  listSessions: {
    method: 'GET',
    path: '/me/sessions',
    access: 'signed-in',
    summary: 'The browsers in which the person who asks is signed in',
    response: Type.Object({ items: Type.Array(Session) }),
  },
  endSession: {
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    access: 'signed-in',
    summary: 'Sign one browser out',
  },
})
