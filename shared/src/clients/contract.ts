import * as Type from 'typebox'
import { defineContract } from '../contract/route.ts'
import { ApiClient, ApiClientChange, ApiClientInput, NewApiClient } from './schemas.ts'

export const clientsContract = defineContract({
  listApiClients: {
    method: 'GET',
    path: '/api-clients',
    access: 'api-clients:write',
    summary: 'Systems that call the API, the working ones first',
    response: Type.Object({ items: Type.Array(ApiClient) }),
  },
  createApiClient: {
    method: 'POST',
    path: '/api-clients',
    access: 'api-clients:write',
    replay: 'never',
    summary: 'Make credentials for another system; the secret is shown once',
    body: ApiClientInput,
    response: NewApiClient,
  },
  changeApiClient: {
    method: 'PATCH',
    path: '/api-clients/:apiClientId',
    access: 'api-clients:write',
    summary: 'Change name, scopes or expiry; tokens given before stop working',
    body: ApiClientChange,
    response: ApiClient,
    ifMatch: true,
  },
  renewApiClient: {
    method: 'POST',
    path: '/api-clients/:apiClientId/secret',
    access: 'api-clients:write',
    replay: 'never',
    summary: 'Replace the secret; the old one stops working at once',
    response: NewApiClient,
  },
  revokeApiClient: {
    method: 'DELETE',
    path: '/api-clients/:apiClientId',
    access: 'api-clients:write',
    summary: 'Revoke credentials for good; tokens given before stop working',
  },
})
