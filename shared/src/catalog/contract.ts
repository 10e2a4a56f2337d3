import { defineContract } from '../contract/route.ts'
import { Categories, Category, CategoryChange, NewCategory } from './schemas.ts'

export const catalogContract = defineContract({
  listCategories: {
    method: 'GET',
    path: '/categories',
    access: 'district:read',
    summary: 'Every kind of service the district knows, by group',
    response: Categories,
  },
  addCategory: {
    method: 'POST',
    path: '/categories',
    access: 'catalog:write',
    summary: 'Add a kind of service; its code comes from its name',
    body: NewCategory,
    response: Category,
  },
  changeCategory: {
    method: 'PATCH',
    path: '/categories/:categoryId',
    access: 'catalog:write',
    summary: 'Rename a kind of service in both languages, or stop and resume offering it',
    body: CategoryChange,
    response: Category,
    ifMatch: true,
  },
  removeCategory: {
    method: 'DELETE',
    path: '/categories/:categoryId',
    access: 'catalog:write',
    summary: 'Remove a kind of service that nothing uses',
  },
})
