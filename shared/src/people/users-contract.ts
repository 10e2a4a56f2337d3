import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Invitation, User, UserChange, UserQuery } from './user-schemas.ts'

export const usersContract = defineContract({
  listUsers: {
    method: 'GET',
    path: '/users',
    access: 'users:read',
    summary: 'People who sign in, by name',
    query: UserQuery,
    response: Page(User),
  },
  getUser: {
    method: 'GET',
    path: '/users/:userId',
    access: 'users:read',
    summary: 'One person',
    response: User,
  },
  inviteUser: {
    method: 'POST',
    path: '/users',
    access: 'users:write',
    summary: 'Invite a person by e-mail',
    body: Invitation,
    response: User,
  },
  changeUser: {
    method: 'PATCH',
    path: '/users/:userId',
    access: 'users:write',
    summary: 'Change name, role, schools or status of a person',
    body: UserChange,
    response: User,
    ifMatch: true,
  },
  sendInvitation: {
    method: 'POST',
    path: '/users/:userId/invitation',
    access: 'users:write',
    summary: 'Send the invitation again; earlier links stop working',
    response: User,
  },
  sendReset: {
    method: 'POST',
    path: '/users/:userId/password-reset',
    access: 'users:write',
    summary: 'E-mail a person a link to set a new password',
  },
  removeUserFactor: {
    method: 'POST',
    path: '/users/:userId/second-factor-removal',
    access: 'users:write',
    summary: 'Switch off the second factor of a person whose phone is lost',
  },
  endUserSessions: {
    method: 'POST',
    path: '/users/:userId/sign-out',
    access: 'users:write',
    summary: 'Sign a person out of every browser',
  },
})
