-- The superior's side issues papers under numbers of its own too. Codes as cited in the domain study §2.10 where they are;
-- TCT for working groups is a label of ours.
insert into issuing_body values
    ('TU', 'Thành ủy, Tỉnh ủy', 'CITY', 40),
    ('QU', 'Quận ủy, Huyện ủy', 'DISTRICT', 50),
    ('TCT', 'Tổ công tác', 'WORKING_GROUP', 60);

create table working_session (
    id            varchar(36)  not null,
    congress      varchar(36)  not null,
    ward          varchar(64)  not null,
    superior      varchar(64)  not null,
    -- from 1 within its congress
    number        integer      not null,
    status        varchar(16)  not null,
    -- the schedule; hours are those of Asia/Ho_Chi_Minh
    working_group varchar(64),
    starts_at     timestamp,
    ends_at       timestamp,
    room          varchar(200),
    agenda        varchar(4000) not null default '',
    -- offices invited beside the working group and the ward, one a line
    participants  varchar(2000) not null default '',
    -- why it was scheduled although room or people were taken
    conflict_reason varchar(2000),
    sequence      integer      not null default 0,
    scheduled_by  varchar(64),
    scheduled_at  timestamptz,
    waive_reason  varchar(2000),
    -- the ward's report of its preparation
    report        text,
    reported_by   varchar(64),
    reported_at   timestamptz,
    minutes       varchar(8000),
    -- the offices that were present, one a line
    group_present varchar(4000) not null default '',
    ward_present  varchar(4000) not null default '',
    recorded_by   varchar(64),
    recorded_at   timestamptz,
    ended_reason  varchar(2000),
    ended_by      varchar(64),
    ended_at      timestamptz,
    created_at    timestamptz  not null,
    constraint pk_working_session primary key (id),
    constraint fk_working_session_congress foreign key (congress) references congress (id),
    constraint uq_working_session_number unique (congress, number),
    constraint ck_working_session_status check (status in
        ('PREPARING', 'SCHEDULED', 'OPEN', 'HELD', 'CONCLUDED', 'ISSUED', 'WAIVED', 'WITHDRAWN', 'CANCELLED')),
    constraint ck_working_session_times check (ends_at > starts_at)
);
create index ix_working_session_starts_at on working_session (starts_at) where starts_at is not null;
create index ix_working_session_ward on working_session (ward);

-- What a member thinks, word for word. Insert only; that its author took it back is a row of its own.
create table opinion (
    id             bigint generated always as identity,
    session        varchar(36)   not null,
    type           varchar(20)   not null,
    document       varchar(36)   not null,
    version_number integer       not null,
    -- the clause of that version, 0 for the document as a whole
    clause_id      bigint        not null,
    -- code of the indicator, null for none
    indicator      varchar(40),
    policy_basis   varchar(1000) not null default '',
    text           varchar(4000) not null,
    proposed       varchar(4000) not null default '',
    -- what makes a second sending by the same person the same
    origin         varchar(120)  not null,
    filed_by       varchar(64)   not null,
    filed_at       timestamptz   not null,
    constraint pk_opinion primary key (id),
    constraint fk_opinion_session foreign key (session) references working_session (id),
    constraint fk_opinion_document foreign key (document) references document (id),
    constraint uq_opinion_origin unique (session, origin),
    constraint ck_opinion_type check (type in ('ADD_TARGET', 'ADD_RESULT', 'AMEND', 'REVIEW_INDICATORS', 'OTHER')),
    constraint ck_opinion_text check (length(text) > 0)
);
create trigger tr_opinion_append_only before update or delete on opinion
    for each row execute function refuse_change();
create trigger tr_opinion_no_truncate before truncate on opinion
    for each statement execute function refuse_change();

create table opinion_taken_back (
    opinion bigint      not null,
    at      timestamptz not null,
    constraint pk_opinion_taken_back primary key (opinion),
    constraint fk_opinion_taken_back_opinion foreign key (opinion) references opinion (id)
);
create trigger tr_opinion_taken_back_no_truncate before truncate on opinion_taken_back
    for each statement execute function refuse_change();
create trigger tr_opinion_taken_back_append_only before update or delete on opinion_taken_back
    for each row execute function refuse_change();
