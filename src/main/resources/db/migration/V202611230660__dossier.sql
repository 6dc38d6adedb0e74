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
    -- signed, and sent a moment later
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
create index ix_dossier_ward on dossier (ward);
create index ix_dossier_superior on dossier (superior);

-- What a dossier consists of, as it was read from the rule set at some moment; a later reading stands beside it.
create table dossier_checklist (
    dossier  varchar(36) not null,
    taking   integer     not null,
    rule_set varchar(64) not null,
    form     varchar(16) not null,
    taken_at timestamptz not null,
    constraint pk_dossier_checklist primary key (dossier, taking),
    constraint fk_dossier_checklist_dossier foreign key (dossier) references dossier (id)
);
create table dossier_item (
    dossier  varchar(36)   not null,
    taking   integer       not null,
    position integer       not null,
    code     varchar(64)   not null,
    title    varchar(500)  not null,
    kind     varchar(8)    not null,
    required boolean       not null,
    basis    varchar(2000) not null,
    constraint pk_dossier_item primary key (dossier, taking, position),
    constraint uq_dossier_item_code unique (dossier, taking, code),
    constraint fk_dossier_item_checklist foreign key (dossier, taking) references dossier_checklist (dossier, taking),
    constraint ck_dossier_item_kind check (kind in ('SYSTEM', 'UPLOAD', 'PAPER'))
);

-- Bytes of files, each once, however often it is sent. They are packed already, so the server shouldn't try.
create table dossier_content (
    sha256 varchar(64) not null,
    bytes  bytea       not null,
    constraint pk_dossier_content primary key (sha256),
    constraint ck_dossier_content_sha256 check (encode(sha256(bytes), 'hex') = sha256)
);
alter table dossier_content alter column bytes set storage external;
-- what something refers to can't be deleted either: its foreign key sees to that
create trigger tr_dossier_content_frozen before update on dossier_content
    for each row execute function refuse_change();
create trigger tr_dossier_content_no_truncate before truncate on dossier_content
    for each statement execute function refuse_change();

create table dossier_upload (
    dossier     varchar(36)  not null,
    item        varchar(64)  not null,
    file_name   varchar(160) not null,
    type        varchar(8)   not null,
    size        integer      not null,
    sha256      varchar(64)  not null,
    uploaded_by varchar(64)  not null,
    uploaded_at timestamptz  not null,
    constraint pk_dossier_upload primary key (dossier, item),
    constraint fk_dossier_upload_dossier foreign key (dossier) references dossier (id),
    constraint fk_dossier_upload_content foreign key (sha256) references dossier_content (sha256),
    constraint ck_dossier_upload_type check (type in ('PDF', 'DOCX', 'XLSX'))
);
create index ix_dossier_upload_sha256 on dossier_upload (sha256);

-- A paper that may not be kept here; no title, no content.
create table dossier_paper (
    dossier         varchar(36)  not null,
    item            varchar(64)  not null,
    register_number varchar(50)  not null,
    received_on     date         not null,
    holder          varchar(200) not null,
    recorded_by     varchar(64)  not null,
    recorded_at     timestamptz  not null,
    constraint pk_dossier_paper primary key (dossier, item),
    constraint fk_dossier_paper_dossier foreign key (dossier) references dossier (id)
);

create function refuse_change_of_closed_dossier() returns trigger language plpgsql as $$
declare
    touched varchar(36) := case when tg_op = 'DELETE' then old.dossier else new.dossier end;
begin
    if not exists (select 1 from dossier where id = touched and status in ('ASSEMBLING', 'INCOMPLETE')) then
        raise exception '% of % is refused: dossier % is closed', tg_op, tg_table_name, touched
            using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger tr_dossier_upload_closed before insert or update or delete on dossier_upload
    for each row execute function refuse_change_of_closed_dossier();
create trigger tr_dossier_upload_no_truncate before truncate on dossier_upload
    for each statement execute function refuse_change();
create trigger tr_dossier_paper_closed before insert or update or delete on dossier_paper
    for each row execute function refuse_change_of_closed_dossier();
create trigger tr_dossier_paper_no_truncate before truncate on dossier_paper
    for each statement execute function refuse_change();

-- The versions that were signed; what is sent a moment later are these and no newer ones.
create table dossier_signed_version (
    dossier    varchar(36) not null,
    submission integer     not null,
    document   varchar(36) not null,
    version    integer     not null,
    constraint pk_dossier_signed_version primary key (dossier, submission, document),
    constraint fk_dossier_signed_version_dossier foreign key (dossier) references dossier (id),
    constraint fk_dossier_signed_version_document foreign key (document) references document (id)
);
create trigger tr_dossier_signed_version_append_only before update or delete on dossier_signed_version
    for each row execute function refuse_change();

-- What was sent. Insert only, and the parts before the whole, so that nothing can be added to one that stands.
create table dossier_submission (
    dossier         varchar(36) not null,
    number          integer     not null,
    rule_set        varchar(64) not null,
    completed_by    varchar(64) not null,
    completed_at    timestamptz not null,
    signed_by       varchar(64) not null,
    signed_at       timestamptz not null,
    sent_at         timestamptz not null,
    manifest        text        not null,
    manifest_sha256 varchar(64) not null,
    constraint pk_dossier_submission primary key (dossier, number),
    constraint fk_dossier_submission_dossier foreign key (dossier) references dossier (id),
    constraint ck_dossier_submission_manifest check (encode(sha256(convert_to(manifest, 'UTF8')), 'hex') = manifest_sha256)
);
create table dossier_submission_item (
    dossier    varchar(36)   not null,
    submission integer       not null,
    position   integer       not null,
    code       varchar(64)   not null,
    title      varchar(500)  not null,
    kind       varchar(8)    not null,
    note       varchar(4000) not null,
    constraint pk_dossier_submission_item primary key (dossier, submission, position),
    constraint fk_dossier_submission_item_submission foreign key (dossier, submission)
        references dossier_submission (dossier, number) deferrable initially deferred
);
create table dossier_submission_file (
    dossier    varchar(36)  not null,
    submission integer      not null,
    position   integer      not null,
    item       varchar(64)  not null,
    name       varchar(200) not null,
    version    varchar(200) not null,
    size       integer      not null,
    sha256     varchar(64)  not null,
    constraint pk_dossier_submission_file primary key (dossier, submission, position),
    constraint uq_dossier_submission_file_name unique (dossier, submission, name),
    constraint fk_dossier_submission_file_content foreign key (sha256) references dossier_content (sha256),
    constraint fk_dossier_submission_file_submission foreign key (dossier, submission)
        references dossier_submission (dossier, number) deferrable initially deferred
);
create index ix_dossier_submission_file_sha256 on dossier_submission_file (sha256);

create function refuse_addition_to_submission() returns trigger language plpgsql as $$
begin
    if exists (select 1 from dossier_submission where dossier = new.dossier and number = new.submission) then
        raise exception 'Submission % of dossier % is frozen', new.submission, new.dossier
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger tr_dossier_submission_item_closed before insert on dossier_submission_item
    for each row execute function refuse_addition_to_submission();
create trigger tr_dossier_submission_file_closed before insert on dossier_submission_file
    for each row execute function refuse_addition_to_submission();
create trigger tr_dossier_submission_append_only before update or delete on dossier_submission
    for each row execute function refuse_change();
create trigger tr_dossier_submission_no_truncate before truncate on dossier_submission
    for each statement execute function refuse_change();
create trigger tr_dossier_submission_item_append_only before update or delete on dossier_submission_item
    for each row execute function refuse_change();
create trigger tr_dossier_submission_item_no_truncate before truncate on dossier_submission_item
    for each statement execute function refuse_change();
create trigger tr_dossier_submission_file_append_only before update or delete on dossier_submission_file
    for each row execute function refuse_change();
create trigger tr_dossier_submission_file_no_truncate before truncate on dossier_submission_file
    for each statement execute function refuse_change();

-- What the superior's office finds missing while it looks a submission through.
create table dossier_finding (
    dossier    varchar(36) not null,
    submission integer     not null,
    item       varchar(64) not null,
    marked_by  varchar(64) not null,
    marked_at  timestamptz not null,
    constraint pk_dossier_finding primary key (dossier, submission, item),
    constraint fk_dossier_finding_submission foreign key (dossier, submission)
        references dossier_submission (dossier, number)
);
-- What it decided: taken in, or returned as incomplete with the findings of that moment.
create table dossier_receipt (
    dossier    varchar(36)   not null,
    submission integer       not null,
    complete   boolean       not null,
    reason     varchar(2000) not null,
    decided_by varchar(64)   not null,
    decided_at timestamptz   not null,
    constraint pk_dossier_receipt primary key (dossier, submission),
    constraint fk_dossier_receipt_submission foreign key (dossier, submission)
        references dossier_submission (dossier, number)
);
create trigger tr_dossier_receipt_append_only before update or delete on dossier_receipt
    for each row execute function refuse_change();
create trigger tr_dossier_receipt_no_truncate before truncate on dossier_receipt
    for each statement execute function refuse_change();
