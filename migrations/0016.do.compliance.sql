-- The compliance passport: what a partner owes the district before its people come on campus, and what it handed in.

-- What the district asks for one kind of document, where it differs from the standard
-- (shared/src/compliance/requirements.ts). A kind without a row is as the standard says.
create table requirements (
  district_id uuid not null references districts,
  kind text not null check (kind in ('liability_insurance', 'additional_insured', 'workers_comp', 'clearance_letter', 'state_clearance', 'training', 'data_agreement', 'tax_form', 'nonprofit_letter')),
  conditions text[] not null check (conditions <@ '{always,from_medium,high,contact,contact_from_medium,contact_high,unsupervised,student_data,district_pays,space}'),
  lighter text not null check (lighter in ('same', 'simpler', 'waived')),
  expiry text not null check (expiry in ('required', 'optional', 'none')),
  warn_days smallint not null check (warn_days between 1 and 180),
  minimum_cents bigint check (minimum_cents between 1 and 100000000000),
  blocks boolean not null,
  instructions text not null default '' check (length(instructions) <= 1000),
  -- The standard is version 1, so the first row of a kind is 2: of two who change the standard at once, one is told.
  version integer not null default 2,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, kind)
);
call tenant_table('requirements');

-- One organisation's passport, good at all schools: what its people do with students, and how it stands today. `standing`
-- is worked out by shared/src/compliance/clearance.ts for low, medium and high intensity, kept here so that lists read it;
-- `stale` or `changes_on` reached: it is worked out anew before anyone reads it. `code` opens the live answer.
create table passports (
  district_id uuid not null,
  organization_id uuid not null,
  contact text check (contact in ('none', 'supervised', 'unsupervised')),
  student_data boolean not null default false,
  district_pays boolean not null default false,
  space boolean not null default false,
  code uuid not null default gen_random_uuid(),
  standing jsonb not null default '[]',
  changes_on date,
  stale boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, organization_id),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade
);
create index passports_by_code on passports (code);
create index passports_stale on passports (district_id, organization_id) where stale;
create index passports_by_change on passports (district_id, changes_on) where changes_on is not null;
call tenant_table('passports', secrets => '{code,standing,changes_on,stale}');
-- How it stands is worked out, not edited: the version people hold stays good.
drop trigger next_version on passports;
create trigger next_version before update of contact, student_data, district_pays, space on passports
  for each row execute function next_version();

-- A document of a passport, as it was handed in by staff or by the partner's link, and what became of it.
create table compliance_documents (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  organization_id uuid not null,
  kind text not null check (kind in ('liability_insurance', 'additional_insured', 'workers_comp', 'clearance_letter', 'state_clearance', 'training', 'data_agreement', 'tax_form', 'nonprofit_letter')),
  file_id uuid not null,
  status text not null default 'submitted' check (status in ('submitted', 'approved', 'rejected')),
  issued_on date,
  expires_on date check (expires_on >= issued_on),
  amount_cents bigint check (amount_cents between 0 and 100000000000),
  note text not null default '' check (length(note) <= 1000),
  submitted_by text not null,
  via_link boolean not null default false,
  submitted_at timestamptz not null default now(),
  reviewed_by text,
  reviewed_at timestamptz,
  reject_reason text check (reject_reason in ('wrong_document', 'unreadable', 'incomplete', 'out_of_date', 'amount_too_low', 'name_mismatch', 'other')),
  reject_note text not null default '' check (length(reject_note) <= 1000),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  check ((status = 'rejected') = (reject_reason is not null)),
  check ((status = 'submitted') = (reviewed_at is null)),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, file_id) references files (district_id, id)
);
create index compliance_documents_by_organization on compliance_documents (district_id, organization_id, id desc);
create index compliance_documents_by_file on compliance_documents (district_id, file_id);
create index compliance_documents_waiting on compliance_documents (district_id, id) where status = 'submitted';
create index compliance_documents_by_end on compliance_documents (district_id, expires_on, id)
  where status = 'approved' and expires_on is not null;
call tenant_table('compliance_documents');

-- A reminder that a document ends in so many days, so that each is sent once.
create table document_reminders (
  district_id uuid not null,
  document_id uuid not null,
  days smallint not null,
  link_id uuid,
  sent_at timestamptz not null default now(),
  primary key (district_id, document_id, days),
  foreign key (district_id, document_id) references compliance_documents (district_id, id) on delete cascade
);
call tenant_table('document_reminders', audited => false);

-- The day it is in the district.
create function district_today() returns date
  language sql stable
  return (select (now() at time zone time_zone)::date from districts where id = app_district());

-- How demanding the organisation's partnerships in force are at any of these schools (null: anywhere): 0 none, 1 low,
-- 2 medium, 3 high. A district-wide partnership is at every school (shared/src/needs/in-force.ts).
create function campus_level(organization uuid, schools uuid[], today date) returns smallint
  language sql stable
  return (select coalesce(max(case p.intensity when 'high' then 3 when 'medium' then 2 else 1 end), 0)::smallint
    from partnerships p
    where p.district_id = app_district() and p.organization_id = organization
      and p.stage in ('active', 'expanding', 'renewing')
      and coalesce(p.starts_on, today) <= today and coalesce(p.ends_on, today) >= today
      and (schools is null or p.scope = 'district' or exists (select from partnership_schools s
        where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any (schools))));

-- Every organisation that has a partnership has a passport.
create function keep_passports() returns trigger
  language plpgsql as $$
begin
  insert into passports (district_id, organization_id)
    select distinct district_id, organization_id from changed
    on conflict (district_id, organization_id) do nothing;
  return null;
end $$;
create trigger partnerships_need_passports after insert on partnerships
  referencing new table as changed for each statement execute function keep_passports();
insert into passports (district_id, organization_id)
  select distinct district_id, organization_id from partnerships;

-- The lighter lane depends on what kind of organisation it is.
create function passport_of_changed_organization() returns trigger
  language plpgsql as $$
begin
  update passports set stale = true where district_id = new.district_id and organization_id = new.id;
  return null;
end $$;
create trigger organizations_change_passports after update of type, trusted_in_community on organizations
  for each row when (old.type <> new.type or old.trusted_in_community <> new.trusted_in_community)
  execute function passport_of_changed_organization();

-- A document that comes, changes or moves to another organisation is not in the standing yet.
create function passport_of_changed_documents() returns trigger
  language plpgsql as $$
begin
  insert into passports (district_id, organization_id)
    select distinct district_id, organization_id from changed
    on conflict (district_id, organization_id) do update set stale = true;
  return null;
end $$;
create trigger compliance_documents_added after insert on compliance_documents
  referencing new table as changed for each statement execute function passport_of_changed_documents();
create trigger compliance_documents_changed after update on compliance_documents
  referencing new table as changed for each statement execute function passport_of_changed_documents();

-- Whose live answer a code opens. Security definer, because nobody is signed in and no district is known yet.
create function passport_of_code(wanted uuid) returns table (district_id uuid, organization_id uuid)
  language sql stable security definer set search_path = public
  begin atomic
    select p.district_id, p.organization_id from passports p where p.code = wanted;
  end;
revoke execute on function passport_of_code from public;
grant execute on function passport_of_code to common_table_app;
