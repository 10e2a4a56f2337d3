import { one, spanish, trusted, type DemoOrganization } from './demo-organization.ts'

/** Employers, offices, courts, councils and artists of the same town. */
export const townAndTrade: readonly DemoOrganization[] = [
  one('Secondturn Devices', 'business', 'Refurbishes laptops and keeps them running.', 'Kenji Mori', [
    ['Laptops for students', 'bn_devices', 'in_school', 4, 60],
    ['Hotspot lending', 'bn_internet', 'in_school', 4, 45],
  ]),
  one(
    'Tri-County Workforce Office',
    'government',
    'The public office for jobs and training.',
    'Delphine Rousseau',
    [
      ['Pre-apprenticeship', 'cc_apprent', 'in_school', 2, 24],
      ['Adult English and GED classes', 'fe_adult', 'after_school', 2, 35],
    ],
    spanish,
  ),
  one(
    'County Housing and Family Services',
    'government',
    'Keeps families housed and connected to benefits.',
    'Marcus Ilunga',
    [
      ['Housing navigator', 'bn_housing', 'in_school', 3, 12],
      ['Utility and rent help', 'bn_economic', 'community_site', 2, 30],
      ['Bus passes', 'bn_transport', 'in_school', 4, 70],
    ],
    spanish,
  ),
  one(
    'Open Door Legal Aid',
    'nonprofit',
    'Free lawyers for families: housing, school and immigration.',
    'Xiomara Delgado',
    [['Legal clinic at school', 'bn_legal', 'after_school', 2, 15]],
    spanish,
  ),
  one(
    'Riverbend Police Youth Unit',
    'law_enforcement',
    'Officers without patrol duty who know the students by name.',
    'Sgt. Adele Kowalczyk',
    [['Safe routes crossing team', 'sc_safety', 'in_school', 3, 90]],
  ),
  one(
    'County Youth Court',
    'juvenile_justice',
    'Young people hear cases of young people and agree on how harm is made good.',
    'Judge Theodora Banks',
    [['Restorative conferences', 'sc_safety', 'in_school', 2, 16]],
  ),
  one('Riverbend Lamplighters Club', 'civic', 'Volunteers from every trade in town.', 'Walter Nygaard', [
    ['Dictionary for every third grader', 'bn_supplies', 'in_school', 4, 110],
    ['Youth service club', 'yl_voice', 'after_school', 2, 30],
  ]),
  one(
    'Family Voices Council',
    'family_org',
    'Parents of every school who advise the district and each other.',
    'Thandiwe Mokoena',
    [['Parent leadership workshops', 'fe_workshop', 'after_school', 4, 20]],
    { ...trusted, languages: ['en', 'es', 'vi'] },
  ),
  one(
    'Student Voice Assembly',
    'student_org',
    'Elected students who bring what they hear to the board.',
    'Amara Nwosu',
    [['Peer leadership training', 'yl_voice', 'in_school', 2, 28]],
  ),
  one(
    'Riverbend Teachers’ Guild Fund',
    'teacher_org',
    'Teachers who help teachers: small grants and training.',
    'Patrick O’Rourke',
    [['Externships for teachers', 'pd_staff', 'summer', 2, 10]],
  ),
  one(
    'Bluestem Arts House',
    'arts_culture',
    'Theater, music and murals made by young people.',
    'Valentina Greco',
    [
      ['After-school theater', 'os_arts', 'after_school', 3, 30],
      ['Mural summer', 'os_arts', 'summer', 2, 18],
      ['Drumming for regulation', 'bh_sel', 'in_school', 3, 22],
    ],
  ),
  one(
    'District Wellness Team',
    'district_program',
    'The district’s own nurses, social workers and coaches.',
    'Coach Dion Marchetti',
    [
      ['Social-emotional skills groups', 'bh_sel', 'in_school', 4, 26],
      ['Immunization days', 'ph_immun', 'in_school', 5, 120],
      ['Morning fitness', 'ph_fitness', 'in_school', 3, 50],
      ['Vaping prevention', 'bh_substance', 'in_school', 2, 60],
    ],
    spanish,
  ),
  one(
    'Transition Advisory Board',
    'advisory_group',
    'Employers, families and graduates who advise on life after high school.',
    'Noor Rahimi',
    [['Mock interviews', 'cc_aware', 'in_school', 2, 40]],
  ),
  one(
    'Captain Ruth Adler',
    'individual_expert',
    'A retired airline pilot who brings flight and weather into classrooms.',
    'Ruth Adler',
    [['Flight science days', 'ac_stem', 'in_school', 3, 30]],
  ),
]
