import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { catalogues } from '../app/messages.ts'
import { createWords } from '../platform/i18n.ts'
import ErrorSummary from './ErrorSummary.vue'

it('names what is wrong in the order of the fields on the page, whichever was checked first', async () => {
  const errors = ref<{ field: string; label: string; text: string }[]>([])
  const form = defineComponent(() => () => [
    h(ErrorSummary, { errors: errors.value }),
    ...['service', 'title', 'until'].map((field) => h('div', { 'data-field': field }, [h('input')])),
  ])
  const page = mount(form, {
    attachTo: document.body,
    global: { plugins: [createWords(catalogues, 'en').i18n] },
  })
  errors.value = ['until', 'title', 'service'].map((field) => ({ field, label: field, text: 'Enter it.' }))
  await page.vm.$nextTick()
  expect(page.findAll('li').map((line) => line.text())).toEqual([
    'service: Enter it.',
    'title: Enter it.',
    'until: Enter it.',
  ])
  page.unmount()
})
