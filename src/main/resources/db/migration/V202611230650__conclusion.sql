create table conclusion (
    session       varchar(36)   not null,
    assessment    varchar(8000) not null default '',
    resubmit_by   date,
    concluded_by  varchar(64),
    concluded_at  timestamptz,
    group_signed_by varchar(64),
    group_signed_at timestamptz,
    ward_signed_by  varchar(64),
    ward_signed_at  timestamptz,
    return_reason varchar(2000),
    -- "03-TB/TCT", once it is issued
    number        varchar(40),
    issued_on     date,
    constraint pk_conclusion primary key (session),
    constraint fk_conclusion_session foreign key (session) references working_session (id)
);

create table conclusion_item (
    id       varchar(36)   not null,
    session  varchar(36)   not null,
    part     varchar(16)   not null,
    position integer       not null,
    text     varchar(4000) not null,
    owner    varchar(40),
    due_on   date,
    constraint pk_conclusion_item primary key (id),
    constraint fk_conclusion_item_session foreign key (session) references conclusion (session),
    constraint uq_conclusion_item_position unique (session, position) deferrable initially deferred,
    constraint ck_conclusion_item_part check (part in ('DOCUMENTS', 'PERSONNEL', 'PUBLICITY', 'SECURITY', 'DIGITAL')),
    constraint ck_conclusion_item_owner check ((owner is null) = (due_on is null))
);
