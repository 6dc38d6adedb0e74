create table conclusion (
    session         varchar(36)   not null,
    assessment      varchar(8000) not null default '',
    resubmit_by     date,
    -- counts every change of the draft, so that nobody writes over what somebody else has just written
    revision        integer       not null default 0,
    edited_by       varchar(64)   not null,
    edited_at       timestamptz   not null,
    concluded_by    varchar(64),
    concluded_at    timestamptz,
    group_signed_by varchar(64),
    group_signed_at timestamptz,
    ward_signed_by  varchar(64),
    ward_signed_at  timestamptz,
    return_reason   varchar(2000),
    -- "03-TB/TCT", once it is issued
    number          varchar(40),
    issued_on       date,
    constraint pk_conclusion primary key (session),
    constraint fk_conclusion_session foreign key (session) references working_session (id),
    constraint ck_conclusion_signed_in_order check (
        (group_signed_at is null or concluded_at is not null) and (ward_signed_at is null or group_signed_at is not null)),
    constraint ck_conclusion_issued check ((number is null) = (issued_on is null) and (number is null or ward_signed_at is not null))
);

create table conclusion_item (
    id       varchar(36)   not null,
    session  varchar(36)   not null,
    part     varchar(16)   not null,
    position integer       not null,
    text     varchar(4000) not null,
    owner    varchar(40),
    due_on   date,
    -- the opinion it was taken over from, null for none
    opinion  bigint,
    constraint pk_conclusion_item primary key (id),
    constraint fk_conclusion_item_session foreign key (session) references conclusion (session),
    constraint fk_conclusion_item_opinion foreign key (opinion) references opinion (id),
    constraint uq_conclusion_item_position unique (session, position) deferrable initially deferred,
    constraint uq_conclusion_item_opinion unique (session, opinion),
    constraint ck_conclusion_item_part check (part in ('DOCUMENTS', 'PERSONNEL', 'PUBLICITY', 'SECURITY', 'DIGITAL')),
    constraint ck_conclusion_item_owner check ((owner is null) = (due_on is null)),
    constraint ck_conclusion_item_text check (length(text) > 0)
);

-- What was concluded can only go back as a whole, and once both sides have signed nothing but its number is added.
create function refuse_change_of_concluded() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'conclusion % is kept', old.session using errcode = 'restrict_violation';
    end if;
    if old.number is not null then
        raise exception 'conclusion % is issued and never changes', old.session using errcode = 'restrict_violation';
    end if;
    if old.ward_signed_at is not null
       and (new.assessment, new.resubmit_by, new.concluded_by, new.concluded_at, new.group_signed_by, new.group_signed_at,
            new.ward_signed_by, new.ward_signed_at, new.return_reason)
           is distinct from
           (old.assessment, old.resubmit_by, old.concluded_by, old.concluded_at, old.group_signed_by, old.group_signed_at,
            old.ward_signed_by, old.ward_signed_at, old.return_reason) then
        raise exception 'conclusion % is signed and never changes', old.session using errcode = 'restrict_violation';
    end if;
    if old.concluded_at is not null and new.concluded_at is not null
       and (new.assessment, new.resubmit_by, new.concluded_by, new.concluded_at)
           is distinct from (old.assessment, old.resubmit_by, old.concluded_by, old.concluded_at) then
        raise exception 'conclusion % is concluded', old.session using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger tr_conclusion_frozen before update or delete on conclusion
    for each row execute function refuse_change_of_concluded();

create function refuse_change_in_concluded() returns trigger language plpgsql as $$
begin
    if exists (select 1 from conclusion c
               where c.session in (case when tg_op <> 'INSERT' then old.session end, case when tg_op <> 'DELETE' then new.session end)
                 and c.concluded_at is not null) then
        raise exception '% of % is refused: its conclusion stands', tg_op, tg_table_name using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger tr_conclusion_item_frozen before insert or update or delete on conclusion_item
    for each row execute function refuse_change_in_concluded();

-- The words that the ward sent back, as they stood.
create table conclusion_returned (
    session      varchar(36)   not null,
    number       integer       not null,
    text         text          not null,
    concluded_by varchar(64)   not null,
    concluded_at timestamptz   not null,
    reason       varchar(2000) not null,
    returned_by  varchar(64)   not null,
    returned_at  timestamptz   not null,
    constraint pk_conclusion_returned primary key (session, number),
    constraint fk_conclusion_returned_session foreign key (session) references conclusion (session)
);
create trigger tr_conclusion_returned_append_only before update or delete on conclusion_returned
    for each row execute function refuse_change();
create trigger tr_conclusion_returned_no_truncate before truncate on conclusion_returned
    for each statement execute function refuse_change();

-- One conclusion being carried out; its words stay with the conclusion.
create table follow_up (
    id            varchar(36) not null,
    session       varchar(36) not null,
    congress      varchar(36) not null,
    ward          varchar(64) not null,
    superior      varchar(64) not null,
    working_group varchar(64) not null,
    owner         varchar(40) not null,
    due_on        date        not null,
    status        varchar(16) not null,
    -- what the owner says of how far it is, in per cent
    progress      integer     not null default 0,
    report        varchar(4000),
    evidence      varchar(500),
    reported_by   varchar(64),
    reported_at   timestamptz,
    return_reason varchar(2000),
    escalated_at  timestamptz,
    ended_by      varchar(64),
    ended_at      timestamptz,
    created_at    timestamptz not null,
    constraint pk_follow_up primary key (id),
    constraint fk_follow_up_item foreign key (id) references conclusion_item (id),
    constraint fk_follow_up_session foreign key (session) references working_session (id),
    constraint fk_follow_up_congress foreign key (congress) references congress (id),
    constraint ck_follow_up_status check (status in ('OPEN', 'REPORTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN', 'CANCELLED')),
    constraint ck_follow_up_progress check (progress between 0 and 100)
);
create index ix_follow_up_ward on follow_up (ward, due_on);
create index ix_follow_up_session on follow_up (session);
create index ix_follow_up_congress on follow_up (congress);

create table follow_up_event (
    id        bigint generated always as identity,
    follow_up varchar(36)   not null,
    kind      varchar(16)   not null,
    by_whom   varchar(64)   not null,
    -- who was represented, null for nobody
    for_whom  varchar(64),
    at        timestamptz   not null,
    detail    varchar(5000) not null,
    constraint pk_follow_up_event primary key (id),
    constraint fk_follow_up_event_follow_up foreign key (follow_up) references follow_up (id)
);
create index ix_follow_up_event_follow_up on follow_up_event (follow_up, id);
create trigger tr_follow_up_event_append_only before update or delete on follow_up_event
    for each row execute function refuse_change();
create trigger tr_follow_up_event_no_truncate before truncate on follow_up_event
    for each statement execute function refuse_change();
