import * as Type from 'typebox'
import { defineContract } from '../contract/route.ts'
import {
  LetterTemplate,
  PreviewedLetter,
  TemplatePreview,
  TemplateText,
  WhichTemplate,
} from './templates-schemas.ts'

export const letterTemplatesContract = defineContract({
  listLetterTemplates: {
    method: 'GET',
    path: '/letter-templates',
    access: 'letters:write',
    summary: 'Every kind of letter in both languages: the district’s own text, or the standard one',
    response: Type.Object({ items: Type.Array(LetterTemplate) }),
  },
  keepLetterTemplate: {
    method: 'PUT',
    path: '/letter-templates',
    access: 'letters:templates',
    summary: 'Write a kind of letter in the district’s own words; a field it cannot have is refused',
    body: TemplateText,
    response: LetterTemplate,
    ifMatch: true,
  },
  restoreLetterTemplate: {
    method: 'POST',
    path: '/letter-templates/standard',
    access: 'letters:templates',
    summary: 'Go back to the standard text of a kind of letter',
    body: WhichTemplate,
    response: LetterTemplate,
    ifMatch: true,
  },
  previewLetterTemplate: {
    method: 'POST',
    path: '/letter-templates/preview',
    access: 'letters:write',
    summary: 'A text filled with the data of a partner, before it is saved',
    body: TemplatePreview,
    response: PreviewedLetter,
    asks: true,
  },
})
