import type { CategoryCode } from './category-rows.ts'

/** A term of Open Eligibility. Its ids repeat over branches and editions, so the pair is the key. */
export type OpenEligibilityTerm = { readonly id: number; readonly title: string }

/**
 * Each kind of help in Open Eligibility 2.0 (Aunt Bertha, CC BY-SA 3.0): keys only, so that a district's services can be
 * exchanged with directories that use it. Internet access, internships and youth voice have no term of their own there.
 */
export const openEligibility: Readonly<Record<CategoryCode, readonly OpenEligibilityTerm[]>> = {
  bn_food: [{ id: 1130, title: 'Food Pantry' }],
  bn_meals: [{ id: 1131, title: 'Free Meals' }],
  bn_housing: [
    { id: 1136, title: 'Help Find Housing' },
    { id: 1121, title: 'Emergency Shelter' },
  ],
  bn_clothing: [{ id: 1160, title: 'Clothes for School' }],
  bn_hygiene: [{ id: 1167, title: 'Personal Care Items' }],
  bn_supplies: [
    { id: 1165, title: 'Books' },
    { id: 1319, title: 'Books' },
  ],
  bn_internet: [],
  bn_devices: [{ id: 1351, title: 'Computer Class' }],
  bn_transport: [{ id: 1177, title: 'Transportation for School' }],
  bn_economic: [{ id: 1232, title: 'Financial Assistance' }],
  bn_legal: [{ id: 1375, title: 'Advocacy & Legal Aid' }],
  ph_primary: [{ id: 1206, title: 'Medical Care' }],
  ph_dental: [{ id: 1184, title: 'Dental Care' }],
  ph_vision: [
    { id: 1216, title: 'Vision Tests' },
    { id: 1213, title: 'Hearing Tests' },
  ],
  ph_immun: [{ id: 1227, title: 'Vaccinations' }],
  ph_asthma: [{ id: 1192, title: 'Disease Management' }],
  ph_fitness: [{ id: 1134, title: 'Nutrition' }],
  bh_counsel: [{ id: 1304, title: 'Counseling' }],
  bh_crisis: [{ id: 1126, title: 'Psychiatric Emergency Services' }],
  bh_substance: [{ id: 1178, title: 'Addiction & Recovery' }],
  bh_sel: [{ id: 1191, title: 'Daily Life Skills' }],
  bh_trauma: [{ id: 1304, title: 'Counseling' }],
  me_one: [{ id: 1308, title: 'Mentoring' }],
  me_group: [{ id: 1308, title: 'Mentoring' }],
  me_virtual: [
    { id: 1308, title: 'Mentoring' },
    { id: 1316, title: 'Virtual Support' },
  ],
  ac_tutor: [{ id: 1343, title: 'Tutoring' }],
  ac_literacy: [{ id: 1350, title: 'Basic Literacy' }],
  ac_stem: [{ id: 1349, title: 'Skills & Training' }],
  ac_ell: [{ id: 1326, title: 'English as a Second Language (ESL)' }],
  ac_disab: [{ id: 1342, title: 'Special Education' }],
  os_after: [{ id: 1279, title: 'Afterschool Care' }],
  os_summer: [{ id: 1283, title: 'Day Camp' }],
  os_arts: [{ id: 1285, title: 'Recreation' }],
  os_sports: [{ id: 1285, title: 'Recreation' }],
  cc_aware: [{ id: 1357, title: 'Help Find Work' }],
  cc_shadow: [{ id: 1357, title: 'Help Find Work' }],
  cc_intern: [{ id: 1356, title: 'Specialized Training' }],
  cc_extern: [{ id: 1356, title: 'Specialized Training' }],
  cc_apprent: [{ id: 1356, title: 'Specialized Training' }],
  cc_college: [
    { id: 1318, title: 'Help Pay for School' },
    { id: 1321, title: 'Financial Aid & Loans' },
  ],
  fe_workshop: [{ id: 1195, title: 'Parenting Education' }],
  fe_adult: [
    { id: 1326, title: 'English as a Second Language (ESL)' },
    { id: 1332, title: 'GED/High-School Equivalency' },
  ],
  yl_voice: [],
  sc_safety: [{ id: 1387, title: 'Mediation' }],
  pd_staff: [],
  ch_care: [
    { id: 1280, title: 'Childcare' },
    { id: 1284, title: 'Preschool' },
  ],
}
