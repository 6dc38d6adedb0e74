-- How pages are laid out: data, since the rules change. Values: HD 05-HD/VPTW of 27/5/2026, as cited.
create table page_format (
    code       varchar(32)  not null,
    top        integer      not null,
    bottom     integer      not null,
    left_side  integer      not null,
    right_side integer      not null,
    font       varchar(64)  not null,
    size       integer      not null,
    first_line integer      not null,
    constraint pk_page_format primary key (code),
    constraint ck_page_format_margins check
        (top between 5 and 60 and bottom between 5 and 60 and left_side between 5 and 60 and right_side between 5 and 60),
    constraint ck_page_format_size check (size between 8 and 24 and first_line between 0 and 30)
);

insert into page_format values ('HD05-2026', 20, 20, 30, 15, 'Times New Roman', 14, 10);

create table document_type (
    code        varchar(32)  not null,
    name        varchar(100) not null,
    -- the letters of its number, "NQ" in "Số 05-NQ/ĐU"
    number_code varchar(8)   not null,
    -- whether every congress prepares one
    required    boolean      not null,
    position    integer      not null,
    page_format varchar(32)  not null,
    constraint pk_document_type primary key (code),
    constraint fk_document_type_page_format foreign key (page_format) references page_format (code)
);

insert into document_type values
    ('POLITICAL_REPORT', 'Báo cáo chính trị', 'BC', true, 10, 'HD05-2026'),
    ('SELF_REVIEW', 'Báo cáo kiểm điểm', 'BC', true, 20, 'HD05-2026'),
    ('RESOLUTION', 'Dự thảo nghị quyết', 'NQ', true, 30, 'HD05-2026'),
    ('ACTION_PROGRAMME', 'Chương trình hành động', 'CTr', true, 40, 'HD05-2026'),
    ('ANNEX', 'Phụ lục', 'PL', false, 50, 'HD05-2026');

create table document (
    id            varchar(36)  not null,
    congress      varchar(36)  not null,
    ward          varchar(64)  not null,
    type          varchar(32)  not null,
    title         varchar(300) not null,
    status        varchar(16)  not null,
    return_reason varchar(2000),
    -- the version handed in, and then cleared for comment
    submitted     integer,
    submit_note   varchar(2000),
    submitted_by  varchar(64),
    submitted_at  timestamptz,
    cleared_by    varchar(64),
    cleared_at    timestamptz,
    -- the highest id ever given to one of its clauses
    last_clause   bigint       not null default 0,
    created_by    varchar(64)  not null,
    created_at    timestamptz  not null,
    constraint pk_document primary key (id),
    constraint uq_document_title unique (congress, title),
    constraint fk_document_congress foreign key (congress) references congress (id),
    constraint fk_document_type foreign key (type) references document_type (code),
    constraint ck_document_status check (status in ('DRAFTING', 'SUBMITTED', 'RETURNED', 'CLEARED', 'CANCELLED'))
);

-- Whoever changes a document or one of its drafts locks the row of the document first, so there is no column for
-- optimistic locking.
create table document_version (
    id           varchar(36)  not null,
    document     varchar(36)  not null,
    -- null for a draft; published versions count from 1
    number       integer,
    -- number of the version it was drafted on, 0 for none
    base         integer      not null,
    sha256       varchar(64)  not null,
    file_name    varchar(255) not null,
    note         varchar(2000),
    uploaded_by  varchar(64)  not null,
    uploaded_at  timestamptz  not null,
    published_by varchar(64),
    published_at timestamptz,
    constraint pk_document_version primary key (id),
    constraint fk_document_version_document foreign key (document) references document (id),
    constraint uq_document_version_number unique (document, number),
    constraint ck_document_version_published check
        ((number is null) = (published_at is null) and (published_by is null) = (published_at is null))
);

create table clause (
    version_id varchar(36)  not null,
    position   integer      not null,
    id         bigint       not null,
    kind       varchar(16)  not null,
    depth      integer      not null,
    label      varchar(200) not null,
    text       text         not null,
    -- "BOLD 0 12;NOTE 40 40", empty for none
    marks      text         not null,
    constraint pk_clause primary key (version_id, position),
    constraint fk_clause_version_id foreign key (version_id) references document_version (id) on delete cascade,
    constraint uq_clause_id unique (version_id, id),
    constraint ck_clause_kind check
        (kind in ('TITLE', 'PART', 'SECTION', 'PARAGRAPH', 'ITEM', 'TABLE', 'ROW', 'NOTE')),
    constraint ck_clause_id check (id > 0 and depth >= 0)
);

-- A clause of a draft of which a person has to confirm that it is the clause of the former version whose id it bears.
create table clause_pairing (
    version_id varchar(36) not null,
    clause_id  bigint      not null,
    similarity real        not null,
    settled_by varchar(64),
    settled_at timestamptz,
    constraint pk_clause_pairing primary key (version_id, clause_id),
    constraint fk_clause_pairing_version_id foreign key (version_id) references document_version (id) on delete cascade
);

-- Tracked changes and margin comments of the file a version came from.
create table clause_proposal (
    id         bigint generated always as identity,
    version_id varchar(36)  not null,
    -- the clause it is about; for INSERT_CLAUSE the one it would follow, 0 for the very front
    clause_id  bigint       not null,
    kind       varchar(16)  not null,
    -- in the text as it stands now; -1 once the words it speaks of are gone
    start      integer      not null,
    old_words  text         not null,
    new_words  text         not null,
    remark     text         not null,
    author     varchar(200) not null,
    at         timestamptz,
    outcome    varchar(16)  not null,
    decided_by varchar(64),
    decided_at timestamptz,
    constraint pk_clause_proposal primary key (id),
    constraint fk_clause_proposal_version_id foreign key (version_id) references document_version (id) on delete cascade,
    constraint ck_clause_proposal_kind check
        (kind in ('INSERT', 'DELETE', 'REPLACE', 'INSERT_CLAUSE', 'DELETE_CLAUSE', 'COMMENT')),
    constraint ck_clause_proposal_outcome check (outcome in ('OPEN', 'ACCEPTED', 'DISMISSED')),
    constraint ck_clause_proposal_decided check ((outcome = 'OPEN') = (decided_at is null))
);

create index ix_clause_proposal_version_id on clause_proposal (version_id);

-- What may not be kept here is kept on paper; only that it exists is noted, and no title.
create table paper_receipt (
    id              bigint generated always as identity,
    document        varchar(36)  not null,
    register_number varchar(50)  not null,
    received_on     date         not null,
    holder          varchar(200) not null,
    created_by      varchar(64)  not null,
    created_at      timestamptz  not null,
    constraint pk_paper_receipt primary key (id),
    constraint fk_paper_receipt_document foreign key (document) references document (id),
    constraint uq_paper_receipt_register_number unique (document, register_number)
);

-- A published version never changes, whoever asks.
create function refuse_change_of_published_version() returns trigger language plpgsql as $$
begin
    if old.number is not null then
        raise exception 'Version % of document % is published and never changes', old.number, old.document;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger tr_document_version_frozen
    before update or delete on document_version
    for each row execute function refuse_change_of_published_version();

-- Statement by statement, since a version has thousands of clauses.
create function refuse_change_in_published_version() returns trigger language plpgsql as $$
begin
    if exists (select 1 from touched t join document_version v on v.id = t.version_id where v.number is not null) then
        raise exception '% of % is refused: a published version never changes', tg_op, tg_table_name;
    end if;
    return null;
end
$$;

create trigger tr_clause_frozen_insert after insert on clause
    referencing new table as touched for each statement execute function refuse_change_in_published_version();

create trigger tr_clause_frozen_delete after delete on clause
    referencing old table as touched for each statement execute function refuse_change_in_published_version();

create trigger tr_clause_frozen_update_from after update on clause
    referencing old table as touched for each statement execute function refuse_change_in_published_version();

create trigger tr_clause_frozen_update_to after update on clause
    referencing new table as touched for each statement execute function refuse_change_in_published_version();

create trigger tr_clause_no_truncate before truncate on clause
    for each statement execute function refuse_change();

create trigger tr_document_version_no_truncate before truncate on document_version
    for each statement execute function refuse_change();
