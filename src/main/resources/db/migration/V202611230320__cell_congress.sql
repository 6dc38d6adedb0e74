create table cell_congress (
    id              varchar(36) not null,
    congress        varchar(36) not null,
    cell            varchar(64) not null,
    round           integer     not null,
    status          varchar(16) not null,
    planned_date    date,
    venue           varchar(200),
    note            varchar(2000),
    outcome         varchar(16),
    held_on         date,
    convened        integer,
    present         integer,
    minutes_number  varchar(50),
    awaited_from    date,
    decision_number varchar(50),
    reason          varchar(2000),
    created_at      timestamptz not null,
    version         integer     not null,
    constraint pk_cell_congress primary key (id),
    constraint fk_cell_congress_congress foreign key (congress) references congress (id),
    -- opening the cells twice, as a repeated job may, must not double them
    constraint uq_cell_congress_cell unique (congress, cell),
    constraint ck_cell_congress_status check
        (status in ('PLANNING', 'PLAN_SUBMITTED', 'CLEARED', 'REPORTED', 'INCOMPLETE', 'CHECKED', 'RECOGNISED',
            'CANCELLED')),
    constraint ck_cell_congress_outcome check (outcome in ('HELD', 'REVOTE', 'POSTPONED')),
    constraint ck_cell_congress_attendance check (present between 0 and convened),
    constraint ck_cell_congress_recognised check
        (status <> 'RECOGNISED' or (outcome = 'HELD' and held_on is not null and minutes_number is not null
            and decision_number is not null))
);

create table cell_congress_event (
    id            bigint generated always as identity,
    cell_congress varchar(36)   not null,
    round         integer       not null,
    kind          varchar(24)   not null,
    by_whom       varchar(64)   not null,
    at            timestamptz   not null,
    detail        varchar(4000) not null,
    constraint pk_cell_congress_event primary key (id),
    constraint fk_cell_congress_event_cell_congress foreign key (cell_congress) references cell_congress (id)
);

create index ix_cell_congress_event_cell_congress on cell_congress_event (cell_congress, id);

create trigger tr_cell_congress_event_append_only
    before update or delete on cell_congress_event
    for each row execute function refuse_change();

create trigger tr_cell_congress_event_no_truncate
    before truncate on cell_congress_event
    for each statement execute function refuse_change();
