-- Meetings of a ward's executive committee about the documents of its congress (thông qua), apart from what the superior
-- decides. Insert only.
create table adoption (
    congress       varchar(36)  not null,
    -- from 1 within its congress
    number         integer      not null,
    held_on        date         not null,
    convened       integer      not null,
    present        integer      not null,
    minutes_number varchar(50)  not null,
    adopted        boolean      not null,
    reason         varchar(2000),
    recorded_by    varchar(64)  not null,
    recorded_at    timestamptz  not null,
    constraint pk_adoption primary key (congress, number),
    constraint fk_adoption_congress foreign key (congress) references congress (id),
    constraint uq_adoption_minutes unique (congress, minutes_number),
    constraint ck_adoption_counts check (convened > 0 and present between 0 and convened),
    constraint ck_adoption_reason check (adopted = (reason is null))
);
create trigger tr_adoption_append_only before update or delete on adoption
    for each row execute function refuse_change();
create trigger tr_adoption_no_truncate before truncate on adoption
    for each statement execute function refuse_change();

-- What was put before it: the version of each document, with the fingerprint it had then.
create table adoption_document (
    congress       varchar(36) not null,
    number         integer     not null,
    document       varchar(36) not null,
    version_number integer     not null,
    sha256         varchar(64) not null,
    constraint pk_adoption_document primary key (congress, number, document),
    constraint fk_adoption_document_adoption foreign key (congress, number) references adoption (congress, number),
    constraint fk_adoption_document_document foreign key (document) references document (id)
);
create trigger tr_adoption_document_append_only before update or delete on adoption_document
    for each row execute function refuse_change();
create trigger tr_adoption_document_no_truncate before truncate on adoption_document
    for each statement execute function refuse_change();
