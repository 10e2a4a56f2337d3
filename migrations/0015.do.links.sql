-- A link sent to a partner: one purpose, one record, no account. Only the hash of its secret is kept.
create table links (
  district_id uuid not null references districts,
  id uuid not null default uuidv7(),
  -- The purposes are the features' own; their list is shared/src/vocabulary/link-purposes.ts.
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
  subject_table text not null check (subject_table ~ '^[a-z][a-z_]{0,60}$'),
  subject_id uuid not null,
  organization_id uuid not null,
  partnership_id uuid,
  contact_id uuid,
  name text not null check (name ~ '\S' and length(name) <= 120),
  email text not null check (email ~ '^\S+@\S+$' and length(email) <= 254),
  locale text not null default 'en' check (locale in ('en', 'es')),
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  replaced_at timestamptz,
  last_used_at timestamptz,
  use_count integer not null default 0,
  created_by uuid,
  created_by_name text not null default '',
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, token_hash),
  foreign key (district_id, organization_id) references organizations (district_id, id) on delete cascade,
  foreign key (district_id, partnership_id) references partnerships (district_id, id) on delete cascade,
  foreign key (district_id, contact_id) references contacts (district_id, id) on delete set null (contact_id)
);
create index links_by_organization on links (district_id, organization_id, id desc);
create index links_by_partnership on links (district_id, partnership_id, id desc) where partnership_id is not null;
create index links_by_contact on links (district_id, contact_id) where contact_id is not null;
create index links_by_subject on links (district_id, subject_id, purpose);
call tenant_table('links', secrets => '{token_hash,last_used_at,use_count}');
