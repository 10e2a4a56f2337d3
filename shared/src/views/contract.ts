import * as Type from 'typebox'
import { defineContract } from '../contract/route.ts'
import { SavedView, SavedViewChange, SavedViewInput, SavedViewOrder, SavedViewQuery } from './schemas.ts'

const SavedViews = Type.Object({ items: Type.Array(SavedView) })

export const viewsContract = defineContract({
  listViews: {
    method: 'GET',
    path: '/saved-views',
    access: 'signed-in',
    summary: 'Own and shared views of one list, own ones first',
    query: SavedViewQuery,
    response: SavedViews,
  },
  createView: {
    method: 'POST',
    path: '/saved-views',
    access: 'signed-in',
    summary: 'Save filters and sort of a list under a name',
    body: SavedViewInput,
    response: SavedView,
  },
  changeView: {
    method: 'PATCH',
    path: '/saved-views/:viewId',
    access: 'signed-in',
    summary: 'Rename, replace or share an own view',
    body: SavedViewChange,
    response: SavedView,
    ifMatch: true,
  },
  deleteView: {
    method: 'DELETE',
    path: '/saved-views/:viewId',
    access: 'signed-in',
    summary: 'Delete an own view',
  },
  orderViews: {
    method: 'PUT',
    path: '/saved-views/order',
    access: 'signed-in',
    summary: 'Put own views of one list in order',
    body: SavedViewOrder,
    response: SavedViews,
  },
})
