-- People change, partnerships stay (domain E3, E17): a second person on both sides, a liaison at each school, and the event
-- of someone leaving, with who takes over what, the letters about it and the task to confirm the vision again.

alter table partnerships
  add column backup_user_id uuid,
  add column partner_backup_id uuid,
  add constraint partnerships_backup_user_fkey foreign key (district_id, backup_user_id) references users (district_id, id),
  add constraint partnerships_partner_backup_fkey foreign key (district_id, partner_backup_id) references contacts (district_id, id),
  add constraint partnerships_two_people check (backup_user_id <> lead_user_id),
  add constraint partnerships_two_contacts check (partner_backup_id <> partner_lead_id);
create index partnerships_by_backup on partnerships (district_id, backup_user_id) where backup_user_id is not null;
create index partnerships_by_partner_lead on partnerships (district_id, partner_lead_id) where partner_lead_id is not null;
create index partnerships_by_partner_backup on partnerships (district_id, partner_backup_id) where partner_backup_id is not null;

-- A second person who becomes the first leaves the second place free, whichever way the first one is named.
create function free_second_place() returns trigger
  language plpgsql as $$
begin
  if new.backup_user_id = new.lead_user_id and old.backup_user_id = new.backup_user_id then
    new.backup_user_id := null;
  end if;
  if new.partner_backup_id = new.partner_lead_id and old.partner_backup_id = new.partner_backup_id then
    new.partner_backup_id := null;
  end if;
  return new;
end $$;
create trigger partnerships_promote before update of lead_user_id, partner_lead_id on partnerships
  for each row when (new.backup_user_id = new.lead_user_id or new.partner_backup_id = new.partner_lead_id)
  execute function free_second_place();

-- Who looks after a partnership at one of its schools.
create table school_liaisons (
  district_id uuid not null,
  partnership_id uuid not null,
  school_id uuid not null,
  user_id uuid not null,
  primary key (district_id, partnership_id, school_id),
  foreign key (district_id, partnership_id, school_id) references partnership_schools (district_id, partnership_id, school_id) on delete cascade,
  foreign key (district_id, user_id) references users (district_id, id)
);
create index school_liaisons_by_user on school_liaisons (district_id, user_id);
call tenant_table('school_liaisons');

-- A change of people and a letter are events of their own kinds. A letter that went out is a contact with the partner.
alter table partnership_events
  drop constraint partnership_events_kind_check,
  add constraint partnership_events_kind_check check (kind in
    ('created', 'stage', 'note', 'call', 'email', 'meeting', 'visit', 'schools', 'people', 'letter'));
drop trigger partnership_events_added on partnership_events;
create trigger partnership_events_added after insert on partnership_events
  for each row when (new.kind in ('note', 'call', 'email', 'meeting', 'visit', 'letter')) execute function keep_last_contact();

-- Someone leaves: who, when, and who wrote it down.
create table departures (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  person_kind text not null check (person_kind in ('user', 'contact')),
  person_id uuid not null,
  person_name text not null check (person_name ~ '\S'),
  person_title text not null default '',
  organization_id uuid,
  last_day date not null,
  note text not null default '' check (length(note) <= 2000),
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((person_kind = 'contact') = (organization_id is not null)),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index departures_newest on departures (district_id, last_day, id);
create index departures_by_person on departures (district_id, person_id);
create index departures_by_organization on departures (district_id, organization_id) where organization_id is not null;
call tenant_table('departures');

-- What went from the person who leaves to whom. Names are kept as they were that day.
create table departure_moves (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  departure_id uuid not null,
  partnership_id uuid not null,
  role text not null check (role in ('lead', 'backup', 'partner_lead', 'partner_backup', 'liaison', 'principal')),
  school_id uuid,
  to_id uuid not null,
  to_name text not null,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  unique nulls not distinct (district_id, departure_id, partnership_id, role, school_id),
  check ((role in ('liaison', 'principal')) = (school_id is not null)),
  foreign key (district_id, departure_id) references departures (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete cascade
);
create index departure_moves_by_partnership on departure_moves (district_id, partnership_id);
call tenant_table('departure_moves');

-- What a person holds in partnerships that have not ended, role by role. A principal holds every partnership at the own
-- schools, until it was handed over.
create function holdings_of(person uuid) returns table (partnership_id uuid, role text, school_id uuid)
  language sql stable as $$
  select p.id, r.role, null::uuid from partnerships p, lateral (values ('lead', p.lead_user_id), ('backup', p.backup_user_id),
      ('partner_lead', p.partner_lead_id), ('partner_backup', p.partner_backup_id)) r (role, holder)
    where p.district_id = app_district() and p.stage <> 'ended' and r.holder = person
      and (p.lead_user_id = person or p.backup_user_id = person or p.partner_lead_id = person or p.partner_backup_id = person)
  union all
  select l.partnership_id, 'liaison', l.school_id from school_liaisons l
    join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
    where l.district_id = app_district() and l.user_id = person and p.stage <> 'ended'
  union all
  select k.partnership_id, 'principal', k.school_id from user_schools a
    join users u on u.district_id = a.district_id and u.id = a.user_id and u.role = 'school'
    join partnership_schools k on k.district_id = a.district_id and k.school_id = a.school_id
    join partnerships p on p.district_id = k.district_id and p.id = k.partnership_id
    where a.district_id = app_district() and a.user_id = person and p.stage <> 'ended'
      and not exists (select from departures d join departure_moves m on m.district_id = d.district_id and m.departure_id = d.id
        where d.district_id = a.district_id and d.person_id = person and m.role = 'principal'
          and m.partnership_id = k.partnership_id and m.school_id = k.school_id)
$$;

-- What would have no owner if this person were gone: a school whose other people still sign in has one.
create function left_ownerless_by(person uuid) returns table (partnership_id uuid, role text, school_id uuid)
  language sql stable as $$
  select h.partnership_id, h.role, h.school_id from holdings_of(person) h
    where h.role <> 'principal' or not exists (select from user_schools a
      join users u on u.district_id = a.district_id and u.id = a.user_id and u.status = 'active' and u.role = 'school'
      where a.district_id = app_district() and a.school_id = h.school_id and a.user_id <> person)
$$;

-- Nobody is switched off while a partnership still counts on them, whichever way it is tried.
create function refuse_ownerless() returns trigger
  language plpgsql as $$
begin
  if exists (select from left_ownerless_by(new.id)) then
    raise exception 'update or delete of a person who still holds partnerships' using errcode = '23503';
  end if;
  return new;
end $$;
create trigger users_hold_nothing before update of status on users
  for each row when (new.status = 'deactivated' and old.status <> 'deactivated') execute function refuse_ownerless();

-- A partnership at work keeps its leads: they can be other people, and never nobody.
create function refuse_leadless() returns trigger
  language plpgsql as $$
begin
  raise exception 'update or delete of the lead of a partnership at work' using errcode = '23503';
end $$;
create trigger partnerships_keep_lead before update of lead_user_id, partner_lead_id on partnerships
  for each row when (new.stage in ('active', 'expanding', 'renewing', 'paused')
    and ((old.lead_user_id is not null and new.lead_user_id is null) or (old.partner_lead_id is not null and new.partner_lead_id is null)))
  execute function refuse_leadless();

-- A letter of the district: merged from a template, read over, printed or e-mailed, kept. A field the product had nothing
-- for stands in it by its name in braces, and such a letter does not go out.
create table letters (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  kind text not null check (kind in
    ('principal_existing', 'principal_new', 'welcome', 'thank_you', 'renewal', 'leadership_change', 'handover')),
  side text not null default 'partner' check (side in ('district', 'partner')),
  organization_id uuid not null,
  partnership_id uuid,
  school_id uuid,
  departure_id uuid,
  locale text not null check (locale in ('en', 'es')),
  to_name text not null default '' check (length(to_name) <= 120),
  to_address text not null default '' check (length(to_address) <= 254),
  subject text not null check (subject ~ '\S' and length(subject) <= 300),
  body text not null check (body ~ '\S' and length(body) <= 8000),
  sent_at timestamptz,
  sent_how text check (sent_how in ('email', 'paper')),
  sent_by_name text not null default '',
  mail_id uuid,
  created_by_name text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, departure_id, partnership_id, side),
  check ((sent_at is null) = (sent_how is null)),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, school_id) references schools (district_id, id) on delete set null (school_id),
  foreign key (district_id, departure_id) references departures (district_id, id) on delete cascade
);
create index letters_newest on letters (district_id, id desc);
create index letters_by_organization on letters (district_id, organization_id, id desc);
create index letters_by_partnership on letters (district_id, partnership_id, id desc) where partnership_id is not null;
call tenant_table('letters');

-- After a change of people both sides confirm the shared vision anew (domain E17): whose task that is, and until when.
create table reconfirm_tasks (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  departure_id uuid not null,
  partnership_id uuid not null,
  owner_user_id uuid,
  due_on date not null,
  done_at timestamptz,
  done_by_name text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, departure_id, partnership_id),
  check ((done_at is null) = (done_by_name is null)),
  foreign key (district_id, departure_id) references departures (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, owner_user_id) references users (district_id, id)
);
create index reconfirm_tasks_open on reconfirm_tasks (district_id, due_on, id) where done_at is null;
create index reconfirm_tasks_by_partnership on reconfirm_tasks (district_id, partnership_id);
create index reconfirm_tasks_by_owner on reconfirm_tasks (district_id, owner_user_id) where owner_user_id is not null;
call tenant_table('reconfirm_tasks');

-- The task is done when both sides said yes to the same version after it was set, and by nothing else.
create function finish_reconfirm_tasks() returns trigger
  language plpgsql as $$
begin
  update reconfirm_tasks t set done_at = now(), done_by_name = new.name
    from vision_versions n join visions v on v.district_id = n.district_id and v.id = n.vision_id
    where n.district_id = new.district_id and n.id = new.vision_version_id
      and t.district_id = v.district_id and t.partnership_id = v.partnership_id and t.done_at is null
      and (select count(distinct a.side) from vision_answers a where a.district_id = n.district_id
        and a.vision_version_id = n.id and a.answer = 'confirmed' and a.answered_at >= t.created_at) = 2;
  return null;
end $$;
create trigger vision_answers_finish_tasks after insert on vision_answers
  for each row when (new.answer = 'confirmed') execute function finish_reconfirm_tasks();
