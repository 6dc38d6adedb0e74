-- Who stands in for whom while absent. It gives what the absent one holds and nothing else: without their role it is void.
create table substitution (
    id            bigint generated always as identity,
    absent_id     text          not null,
    substitute_id text          not null,
    role          text          not null,
    unit_id       text          not null,
    valid_from    date          not null,
    valid_to      date          not null,
    reason        varchar(500)  not null,
    -- who decided it, by office, and by which paper
    decided_by    varchar(300)  not null,
    version       integer       not null default 0,
    changed_by    text          not null,
    changed_at    timestamptz   not null,
    constraint pk_substitution primary key (id),
    constraint fk_substitution_absent foreign key (absent_id) references account (id),
    constraint fk_substitution_substitute foreign key (substitute_id) references account (id),
    constraint fk_substitution_unit foreign key (unit_id) references unit (id),
    constraint ck_substitution_other check (absent_id <> substitute_id),
    constraint ck_substitution_role check (role ~ '^[A-Z_]{3,40}$' and role <> 'ADMIN'),
    constraint ck_substitution_reason check (length(btrim(reason)) > 0),
    constraint ck_substitution_decided_by check (length(btrim(decided_by)) > 0),
    constraint ck_substitution_validity check (valid_to >= valid_from),
    -- one substitute for an absent one, and one absent one for a substitute: nobody has two voices in one body
    constraint ck_substitution_one_substitute exclude using gist (
        absent_id with =, role with =, unit_id with =, daterange(valid_from, valid_to, '[]') with &&),
    constraint ck_substitution_one_absent exclude using gist (
        substitute_id with =, role with =, unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- Roles as they are exercised: one's own, and those of absent ones (then absent_id says whose), each with its days. A
-- substitution lasts no longer than the role and the account it stands in for.
create view held_role as
    select r.account_id, r.role, r.unit_id, r.valid_from, r.valid_to, null::text as absent_id
    from role_assignment r
    union all
    select s.substitute_id, s.role, s.unit_id, greatest(s.valid_from, r.valid_from),
           least(s.valid_to, r.valid_to, a.valid_to), s.absent_id
    from substitution s
    join account a on a.id = s.absent_id
    join role_assignment r on r.account_id = s.absent_id and r.role = s.role and r.unit_id = s.unit_id
         and daterange(r.valid_from, r.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]');

-- The decisions by which a working group was formed, and formed anew; the one in force is the latest that has begun.
create table founding_decision (
    id         bigint generated always as identity,
    body_id    text         not null,
    number     varchar(60)  not null,
    issued_on  date         not null,
    issuer     varchar(200) not null,
    valid_from date         not null,
    changed_by text         not null,
    changed_at timestamptz  not null,
    constraint pk_founding_decision primary key (id),
    constraint fk_founding_decision_body foreign key (body_id) references unit (id),
    constraint uq_founding_decision_day unique (body_id, valid_from),
    constraint ck_founding_decision_number check (length(btrim(number)) > 0),
    constraint ck_founding_decision_issuer check (length(btrim(issuer)) > 0)
);
create trigger tr_founding_decision_append_only before update or delete on founding_decision
    for each row execute function refuse_change();
create trigger tr_founding_decision_no_truncate before truncate on founding_decision
    for each statement execute function refuse_change();
