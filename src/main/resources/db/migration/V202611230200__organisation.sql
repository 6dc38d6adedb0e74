-- Units, their dated relations, accounts and roles. All dates are inclusive: valid_to is the last day.
-- That nothing overlaps in time is held by exclusion constraints, so no code has to lock for it.
create extension if not exists btree_gist;
create extension if not exists unaccent;

create table unit (
    id           text        not null,
    kind         text        not null,
    name         text        not null,
    short_name   text        not null,
    member_count integer,
    cell_type    text,
    sort_order   integer     not null default 0,
    valid_from   date        not null,
    valid_to     date,
    merged_into  text,
    version      integer     not null default 0,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    constraint pk_unit primary key (id),
    constraint fk_unit_merged_into foreign key (merged_into) references unit (id),
    constraint ck_unit_id check (id ~ '^[a-z][a-z0-9]{0,19}(\.[a-z0-9]{1,20})?$'),
    constraint ck_unit_kind check (kind in
        ('CENTRAL', 'CITY', 'DISTRICT', 'WARD', 'DEPARTMENT', 'CELL', 'WORKING_GROUP')),
    constraint ck_unit_name check (length(btrim(name)) between 1 and 200),
    constraint ck_unit_short_name check (length(btrim(short_name)) between 1 and 60),
    constraint ck_unit_cell check (
        case when kind = 'CELL' then member_count is not null and cell_type is not null
             else member_count is null and cell_type is null end),
    constraint ck_unit_member_count check (member_count between 0 and 100000),
    constraint ck_unit_validity check (valid_to >= valid_from),
    constraint ck_unit_merged check (merged_into is null or (valid_to is not null and merged_into <> id))
);

create table unit_superior (
    id          bigint generated always as identity,
    unit_id     text        not null,
    superior_id text        not null,
    valid_from  date        not null,
    valid_to    date,
    version     integer     not null default 0,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    constraint pk_unit_superior primary key (id),
    constraint fk_unit_superior_unit foreign key (unit_id) references unit (id),
    constraint fk_unit_superior_superior foreign key (superior_id) references unit (id),
    constraint ck_unit_superior_other check (unit_id <> superior_id),
    constraint ck_unit_superior_validity check (valid_to >= valid_from),
    -- on any day a unit has at most one direct superior
    constraint ck_unit_superior_one_at_a_time
        exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index ix_unit_superior_superior on unit_superior (superior_id);

create table body_assignment (
    id         bigint generated always as identity,
    body_id    text        not null,
    ward_id    text        not null,
    valid_from date        not null,
    valid_to   date,
    version    integer     not null default 0,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint pk_body_assignment primary key (id),
    constraint fk_body_assignment_body foreign key (body_id) references unit (id),
    constraint fk_body_assignment_ward foreign key (ward_id) references unit (id),
    constraint ck_body_assignment_other check (body_id <> ward_id),
    constraint ck_body_assignment_validity check (valid_to >= valid_from),
    constraint ck_body_assignment_once_at_a_time
        exclude using gist (body_id with =, ward_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index ix_body_assignment_ward on body_assignment (ward_id);

-- An account stands for a role, not for a person: no personal data. Passwords are kept by the engine, as hashes.
create table account (
    id           text        not null,
    display_name text        not null,
    valid_from   date        not null,
    valid_to     date,
    closed_at    timestamptz,
    demo         boolean     not null default false,
    version      integer     not null default 0,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    constraint pk_account primary key (id),
    constraint ck_account_id check (id ~ '^[a-z][a-z0-9]{0,29}(\.[a-z0-9]{1,20}){0,2}$'),
    constraint ck_account_display_name check (length(btrim(display_name)) between 1 and 200),
    constraint ck_account_validity check (valid_to >= valid_from)
);
comment on column account.demo is 'its password is public';
comment on column account.closed_at is 'when its password was made useless, after its last day';

create table role_assignment (
    id         bigint generated always as identity,
    account_id text        not null,
    unit_id    text,
    role       text        not null,
    valid_from date        not null,
    valid_to   date,
    version    integer     not null default 0,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint pk_role_assignment primary key (id),
    constraint fk_role_assignment_account foreign key (account_id) references account (id),
    constraint fk_role_assignment_unit foreign key (unit_id) references unit (id),
    constraint ck_role_assignment_role check (role ~ '^[A-Z_]{3,40}$'),
    -- an administrator has the whole system or nothing; a process owner one unit or the whole
    constraint ck_role_assignment_unit check (
        case role when 'ADMIN' then unit_id is null
                  when 'PROCESS_OWNER' then true
                  else unit_id is not null end),
    constraint ck_role_assignment_validity check (valid_to >= valid_from),
    constraint ck_role_assignment_once_at_a_time exclude using gist (
        account_id with =, coalesce(unit_id, '') with =, role with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index ix_role_assignment_unit on role_assignment (unit_id, role);
