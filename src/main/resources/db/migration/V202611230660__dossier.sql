create table dossier (
    id            varchar(36)  not null,
    congress      varchar(36)  not null,
    ward          varchar(64)  not null,
    superior      varchar(64)  not null,
    -- from 1 within its congress
    number        integer      not null,
    status        varchar(16)  not null,
    -- how often it was sent
    submission    integer      not null default 0,
    completed_by  varchar(64),
    completed_at  timestamptz,
    sent_by       varchar(64),
    sent_at       timestamptz,
    received_by   varchar(64),
    received_at   timestamptz,
    return_reason varchar(2000),
    ended_by      varchar(64),
    ended_at      timestamptz,
    ended_reason  varchar(2000),
    created_at    timestamptz  not null,
    constraint pk_dossier primary key (id),
    constraint fk_dossier_congress foreign key (congress) references congress (id),
    constraint uq_dossier_number unique (congress, number),
    constraint ck_dossier_status check (status in ('ASSEMBLING', 'COMPLETE', 'SENT', 'INCOMPLETE', 'APPRAISING', 'ASKING',
        'DECIDING', 'DECIDED', 'APPROVED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'CANCELLED'))
);
