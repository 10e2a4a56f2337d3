-- Agreements that act: written section by section, approved gate by gate, signed by both sides, and then turned into
-- promises with days. The rules are shared/src/agreements and shared/src/obligations.

-- An agreement of a partnership, from draft to signature and to its last day. A renewal or amendment is another row that
-- names the one it came from; what was signed never changes.
create table agreements (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  partnership_id uuid not null,
  kind text not null default 'new' check (kind in ('new', 'renewal', 'amendment')),
  from_agreement_id uuid,
  title text not null check (title ~ '\S' and length(title) <= 200),
  type text not null check (type in ('express', 'no_cost_mou', 'moa', 'paid_services', 'facility_use', 'data_sharing',
    'internship_training', 'pta_run')),
  language text not null default 'en' check (language in ('en', 'es')),
  intensity text not null check (intensity in ('low', 'medium', 'high')),
  money text not null check (money in ('none', 'partner_pays', 'district_pays')),
  uses_space boolean not null,
  data text not null check (data in ('none', 'aggregate', 'student_level')),
  contact text not null check (contact in ('none', 'supervised', 'unsupervised')),
  worksite boolean not null,
  grassroots boolean not null,
  starts_on date,
  ends_on date,
  renews boolean not null default false,
  term_months smallint not null default 12 check (term_months between 1 and 60),
  notice_days smallint not null default 30 check (notice_days between 0 and 365),
  amount_cents bigint check (amount_cents >= 0),
  data_sharing jsonb,
  district_signer_id uuid,
  partner_signer_id uuid,
  stage text not null default 'draft'
    check (stage in ('draft', 'legal', 'risk', 'board', 'signatures', 'signed', 'withdrawn')),
  stage_since timestamptz not null default now(),
  -- The gates decided on when it left draft, each with its reasons.
  route jsonb not null default '[]',
  last_day date,
  end_reason text check (end_reason in ('notice', 'early', 'replaced')),
  exit_reason text,
  notice_given_on date,
  notice_given_by text check (notice_given_by in ('district', 'partner')),
  amendment_reason text
    check (amendment_reason in ('leadership', 'logistics', 'community_need', 'funding', 'policy', 'emergency')),
  amendment_note text not null default '',
  certificate_file_id uuid,
  certified_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id),
  foreign key (district_id, from_agreement_id) references agreements (district_id, id),
  foreign key (district_id, district_signer_id) references users (district_id, id),
  foreign key (district_id, partner_signer_id) references contacts (district_id, id) on delete set null (partner_signer_id),
  foreign key (district_id, certificate_file_id) references files (district_id, id),
  check (stage <> 'signed' or (starts_on is not null and ends_on > starts_on)),
  check ((last_day is null) = (end_reason is null)),
  check ((notice_given_on is null) = (notice_given_by is null)),
  check (kind = 'new' or from_agreement_id is not null)
);
create index agreements_by_partnership on agreements (district_id, partnership_id, stage);
create index agreements_by_stage on agreements (district_id, stage_since, id);
create index agreements_by_title on agreements (district_id, title, id);
create index agreements_by_end on agreements (district_id, coalesce(last_day, ends_on, 'infinity'::date), id);
create index agreements_by_origin on agreements (district_id, from_agreement_id) where from_agreement_id is not null;
create index agreements_by_partner_signer on agreements (district_id, partner_signer_id) where partner_signer_id is not null;
-- One amendment at a time: two at once would each replace what the other changed.
create unique index agreements_one_amendment on agreements (district_id, from_agreement_id)
  where kind = 'amendment' and stage in ('draft', 'legal', 'risk', 'board', 'signatures');
call tenant_table('agreements');

-- A section of an agreement: what is written, how far it is, and what is still discussed about it.
create table agreement_sections (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  code text not null check (length(code) between 1 and 60),
  group_code text not null
    check (group_code in ('general', 'responsibilities', 'scope', 'money', 'systems', 'terms', 'own')),
  position smallint not null,
  title text not null check (title ~ '\S' and length(title) <= 140),
  body text not null default '' check (length(body) <= 10000),
  state text not null default 'not_yet_addressed' check (state in ('not_yet_addressed', 'under_discussion', 'finalized')),
  notes text not null default '' check (length(notes) <= 2000),
  changed_by_name text,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, agreement_id, code),
  foreign key (district_id, agreement_id) references agreements (district_id, id) on delete cascade
);
call tenant_table('agreement_sections');

-- A clause somebody must act on: which side, what, by when or how often, and what shows that it was done.
create table obligations (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  section_code text,
  side text not null check (side in ('district', 'partner')),
  what text not null check (what ~ '\S' and length(what) <= 500),
  cadence text not null check (cadence in ('once', 'weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly')),
  first_due_on date,
  evidence text not null default '' check (length(evidence) <= 300),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, agreement_id) references agreements (district_id, id) on delete cascade
);
create index obligations_by_agreement on obligations (district_id, agreement_id, id);
call tenant_table('obligations');

-- One day on which a promise of a signed agreement is due, and what became of it.
create table obligation_dues (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  obligation_id uuid not null,
  agreement_id uuid not null,
  partnership_id uuid not null,
  side text not null check (side in ('district', 'partner')),
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'kept', 'late', 'waived', 'void')),
  kept_on date,
  note text not null default '',
  settled_by_name text,
  settled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, obligation_id, due_on),
  foreign key (district_id, obligation_id) references obligations (district_id, id),
  foreign key (district_id, agreement_id) references agreements (district_id, id),
  foreign key (district_id, partnership_id) references partnerships (district_id, id),
  check ((status in ('kept', 'late')) = (kept_on is not null)),
  check (status <> 'kept' or kept_on <= due_on),
  check (status <> 'late' or kept_on > due_on),
  check (status <> 'waived' or note ~ '\S')
);
create index obligation_dues_by_day on obligation_dues (district_id, due_on, id);
create index obligation_dues_by_partnership on obligation_dues (district_id, partnership_id, due_on, id);
create index obligation_dues_by_agreement on obligation_dues (district_id, agreement_id, due_on, id);
create index obligation_dues_open on obligation_dues (district_id, due_on, id) where status = 'open';
call tenant_table('obligation_dues');

-- One stay of an agreement in a stage: the clock that tells where it waits, and how long that usually takes.
create table agreement_stays (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  stage text not null check (stage in ('draft', 'legal', 'risk', 'board', 'signatures', 'signed', 'withdrawn')),
  intensity text not null check (intensity in ('low', 'medium', 'high')),
  entered_at timestamptz not null default now(),
  left_at timestamptz check (left_at >= entered_at),
  outcome text check (outcome in ('submitted', 'approved', 'returned', 'withdrawn', 'signed')),
  decided_by text not null default '',
  note text not null default '',
  primary key (district_id, id),
  foreign key (district_id, agreement_id) references agreements (district_id, id) on delete cascade,
  check ((left_at is null) = (outcome is null))
);
create index agreement_stays_by_agreement on agreement_stays (district_id, agreement_id, id);
create index agreement_stays_finished on agreement_stays (district_id, left_at) where left_at is not null;
create unique index agreement_stays_one_open on agreement_stays (district_id, agreement_id) where left_at is null;
call tenant_table('agreement_stays');

-- How many days a stage should take in this district, where it says something else than usual.
create table agreement_standards (
  district_id uuid not null references districts,
  stage text not null check (stage in ('draft', 'legal', 'risk', 'board', 'signatures')),
  days smallint not null check (days between 1 and 365),
  primary key (district_id, stage)
);
call tenant_table('agreement_standards');

-- A document that cannot change: what was put before the signers, and the signed one. The bytes are outside the database,
-- named by their hash, and can be made again from `content`.
create table agreement_documents (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  kind text not null check (kind in ('issued', 'signed')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes integer not null check (size_bytes > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  signatures jsonb not null default '[]' check (jsonb_typeof(signatures) = 'array'),
  issued_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, agreement_id) references agreements (district_id, id)
);
create index agreement_documents_by_agreement on agreement_documents (district_id, agreement_id, id desc);
create index agreement_documents_by_hash on agreement_documents (sha256);
call tenant_table('agreement_documents');
revoke update, delete on agreement_documents from common_table_app;

-- One side's signature under one document: the name as it was typed, the words agreed to, the time, the hash.
create table agreement_signatures (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  document_id uuid not null,
  side text not null check (side in ('district', 'partner')),
  name text not null check (name ~ '\S' and length(name) <= 120),
  title text not null default '' check (length(title) <= 120),
  organization_name text not null,
  consent text not null check (consent ~ '\S'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  address text not null default '',
  device text not null default '',
  signed_at timestamptz not null default now(),
  primary key (district_id, id),
  unique (district_id, document_id, side),
  foreign key (district_id, agreement_id) references agreements (district_id, id),
  foreign key (district_id, document_id) references agreement_documents (district_id, id)
);
create index agreement_signatures_by_agreement on agreement_signatures (district_id, agreement_id);
call tenant_table('agreement_signatures', secrets => '{address,device}');
revoke update, delete on agreement_signatures from common_table_app;

-- What the partner asked to be changed while reading.
create table agreement_comments (
  district_id uuid not null,
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  section_code text,
  name text not null check (name ~ '\S' and length(name) <= 120),
  body text not null check (body ~ '\S' and length(body) <= 2000),
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, agreement_id) references agreements (district_id, id) on delete cascade
);
create index agreement_comments_by_agreement on agreement_comments (district_id, agreement_id, id);
call tenant_table('agreement_comments');

-- What people were already reminded of, so that nobody is told twice.
create table agreement_reminders (
  district_id uuid not null references districts,
  subject_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  about_day date not null,
  told_at timestamptz not null default now(),
  primary key (district_id, subject_id, kind, about_day)
);
call tenant_table('agreement_reminders', audited => false);

-- Whether an agreement holds on a day: isInForce of shared/src/agreements/term.ts.
create function agreement_in_force(a agreements, day date) returns boolean
  language sql immutable parallel safe
  return a.stage = 'signed' and a.starts_on <= day
    and case when a.last_day is not null then day <= a.last_day else a.renews or a.ends_on is null or day <= a.ends_on end;

-- The last day of the term a day falls in: termEnd of the same file.
create function agreement_term_end(a agreements, day date) returns date
  language sql immutable parallel safe
  return case
    when a.last_day is not null then a.last_day
    when not a.renews or a.ends_on is null then a.ends_on
    else (
      select min(e.day) from generate_series(
          greatest(0, ((extract(year from day) - extract(year from a.ends_on)) * 12 + extract(month from day)
            - extract(month from a.ends_on))::integer / a.term_months - 1),
          greatest(0, ((extract(year from day) - extract(year from a.ends_on)) * 12 + extract(month from day)
            - extract(month from a.ends_on))::integer / a.term_months) + 2) n,
        lateral (select (a.ends_on + 1 + make_interval(months => a.term_months * n))::date - 1 as day) e
      where e.day >= $2)
  end;

-- What an agreement is on a day: standingOn of the same file.
create function agreement_standing(a agreements, day date) returns text
  language sql immutable parallel safe
  return case
    when a.stage <> 'signed' then 'unsigned'
    when agreement_in_force(a, day) then 'in_force'
    when day < a.starts_on and (a.last_day is null or a.last_day >= a.starts_on) then 'upcoming'
    when a.end_reason = 'replaced' then 'replaced'
    when a.end_reason = 'early' then 'ended'
    else 'expired'
  end;

-- Days a stage should take at most: usualDays of shared/src/agreements/clock.ts, unless the district says otherwise.
create function stage_standard_days(stage text) returns integer
  language sql immutable parallel safe strict
  return case stage when 'draft' then 30 when 'legal' then 10 when 'risk' then 7 when 'board' then 35 when 'signatures' then 14 end;

-- For each stage and intensity: the median of stays that ended within two years, of how many, the standard, and the days
-- from which on an agreement is stuck (stuckAfter of shared/src/agreements/clock.ts). Reads its own district only.
create function stage_limits() returns table (stage text, intensity text, median_days double precision, finished integer,
    standard_days integer, limit_days integer)
  language sql stable as $$
  select s.stage, i.intensity, m.median_days, coalesce(m.finished, 0), n.days,
    case when m.finished >= 5 then greatest(n.days, ceil(m.median_days)::integer) else n.days end
  from unnest('{draft,legal,risk,board,signatures}'::text[]) s (stage)
    cross join unnest('{low,medium,high}'::text[]) i (intensity)
    cross join lateral (select coalesce((select t.days from agreement_standards t
      where t.district_id = app_district() and t.stage = s.stage), stage_standard_days(s.stage))::integer as days) n
    left join (select y.stage, y.intensity, count(*)::integer as finished,
        percentile_cont(0.5) within group (order by extract(epoch from y.left_at - y.entered_at) / 86400) as median_days
      from agreement_stays y where y.district_id = app_district() and y.left_at > now() - interval '2 years'
        and y.outcome in ('submitted', 'approved', 'signed') group by 1, 2) m using (stage, intensity)
$$;

-- What anyone may learn who holds a document: across districts, by its hash alone, before anyone has signed in.
create function agreement_by_hash(hash text) returns jsonb
  language sql stable security definer
  set search_path = public
  as $$
  select jsonb_build_object('document', d.kind, 'districtName', t.name, 'partnerName', d.content ->> 'partnerName',
      'title', a.title, 'type', a.type, 'kind', a.kind, 'stage', a.stage, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
      'renews', a.renews, 'termMonths', a.term_months, 'noticeDays', a.notice_days, 'lastDay', a.last_day,
      'endReason', a.end_reason, 'today', (now() at time zone t.time_zone)::date,
      'isSigned', exists (select from agreement_documents s where s.district_id = d.district_id and s.agreement_id = d.agreement_id
        and s.kind = 'signed' and (s.id = d.id or s.signatures -> 0 ->> 'sha256' = d.sha256)),
      'signers', coalesce((select jsonb_agg(jsonb_build_object('side', s.side, 'name', s.name,
          'at', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.signed_at)
        from agreement_signatures s where s.district_id = d.district_id and s.agreement_id = d.agreement_id
          and s.sha256 = coalesce(d.signatures -> 0 ->> 'sha256', d.sha256)), '[]'))
  from agreement_documents d
    join agreements a on a.district_id = d.district_id and a.id = d.agreement_id
    join districts t on t.id = d.district_id
  where d.sha256 = hash order by d.issued_at desc limit 1
$$;
revoke execute on function agreement_by_hash(text) from public;
grant execute on function agreement_by_hash(text) to common_table_app;

create index agreements_signed on agreements (district_id, partnership_id) where stage = 'signed';
