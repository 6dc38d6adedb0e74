create table congress (
    id            varchar(36) not null,
    ward          varchar(64) not null,
    term          varchar(9)  not null,
    status        varchar(16) not null,
    opening_date  date,
    closing_date  date,
    venue         varchar(200),
    contents      varchar(8),
    rule_set      varchar(64),
    note          varchar(2000),
    round         integer     not null default 0,
    return_reason varchar(2000),
    submitted_by  varchar(64),
    submitted_at  timestamptz,
    approved_by   varchar(64),
    approved_at   timestamptz,
    ready_by      varchar(64),
    ready_at      timestamptz,
    ready_note    varchar(2000),
    cancelled_by  varchar(64),
    cancelled_at  timestamptz,
    cancel_reason varchar(2000),
    created_by    varchar(64) not null,
    created_at    timestamptz not null,
    version       integer     not null,
    constraint pk_congress primary key (id),
    constraint ck_congress_status check
        (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'CELLS_RUNNING', 'READY', 'CANCELLED')),
    constraint ck_congress_contents check (contents in ('FOUR', 'THREE', 'TWO')),
    constraint ck_congress_dates check (closing_date >= opening_date),
    constraint ck_congress_planned check
        (status in ('DRAFT', 'CANCELLED') or (opening_date is not null and closing_date is not null
            and venue is not null and contents is not null and rule_set is not null)),
    constraint ck_congress_cancelled check
        (status <> 'CANCELLED' or (cancelled_by is not null and cancelled_at is not null and cancel_reason is not null))
);

-- One congress for a ward and a term; a new one may be opened when the former was called off.
create unique index uq_congress_ward_term on congress (ward, term) where status <> 'CANCELLED';
