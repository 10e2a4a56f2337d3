-- Whether the public pages show the district's screened figures; a district may show partners and stories only.
alter table districts add column public_results boolean not null default false;
