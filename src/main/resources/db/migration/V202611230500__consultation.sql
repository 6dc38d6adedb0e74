-- The Front and the socio-political organisations are units of their own, so that each gets its own tasks.
alter table unit drop constraint ck_unit_kind;
alter table unit add constraint ck_unit_kind check (kind in
    ('CENTRAL', 'CITY', 'DISTRICT', 'WARD', 'DEPARTMENT', 'CELL', 'ORGANISATION', 'WORKING_GROUP'));

create table comment_round (
    id             varchar(36)   not null,
    document       varchar(36)   not null,
    congress       varchar(36)   not null,
    ward           varchar(64)   not null,
    -- from 1 within its document
    number         integer       not null,
    status         varchar(16)   not null,
    -- the plan
    version_number integer,
    closes_at      timestamptz,
    sources        varchar(200)  not null default '',
    channels       varchar(100)  not null default '',
    questions      varchar(4000) not null default '',
    silence_agrees boolean       not null default false,
    skip_reason    varchar(2000),
    return_reason  varchar(2000),
    planned_by     varchar(64),
    planned_at     timestamptz,
    -- collecting
    slug           varchar(40),
    opened_by      varchar(64),
    opened_at      timestamptz,
    closed_by      varchar(64),
    closed_at      timestamptz,
    -- the outcome
    new_version    integer,
    agreed_points  varchar(8000),
    differing      varchar(8000),
    proposals      varchar(8000),
    ended_reason   varchar(2000),
    ended_by       varchar(64),
    ended_at       timestamptz,
    created_at     timestamptz   not null,
    constraint pk_comment_round primary key (id),
    constraint fk_comment_round_document foreign key (document) references document (id),
    constraint uq_comment_round_number unique (document, number),
    constraint uq_comment_round_slug unique (slug),
    constraint ck_comment_round_status check (status in ('PLANNING', 'PLANNED', 'RETURNED', 'OPEN', 'MERGING', 'PROPOSING',
        'DECIDING', 'REPORTING', 'REVISING', 'PUBLISHING', 'PUBLISHED', 'SKIPPED', 'WITHDRAWN', 'CANCELLED'))
);

-- Whom a round asks, as they stood when it was opened, and what came of their conference.
create table round_invitee (
    round          varchar(36)  not null,
    unit           varchar(64)  not null,
    kind           varchar(16)  not null,
    name           varchar(200) not null,
    position       integer      not null,
    members        integer,
    held_on        date,
    present        integer,
    speakers       integer,
    minutes_number varchar(50),
    -- whether it agrees with the whole draft
    agrees         boolean      not null default false,
    note           varchar(2000),
    reported_by    varchar(64),
    reported_at    timestamptz,
    constraint pk_round_invitee primary key (round, unit),
    constraint fk_round_invitee_round foreign key (round) references comment_round (id),
    constraint ck_round_invitee_kind check (kind in ('CELL', 'ORGANISATION')),
    constraint ck_round_invitee_counts check (present >= 0 and speakers >= 0 and members >= 0)
);

-- What people said, word for word. Insert only: nobody edits another's words, and no address of a visitor is kept.
create table comment (
    id           bigint generated always as identity,
    round        varchar(36)   not null,
    source       varchar(20)   not null,
    channel      varchar(16)   not null,
    -- the cell or organisation it came from; null from the public page
    unit         varchar(64),
    -- the neighbourhood a resident chose to name
    area         varchar(100),
    -- the clause of the round's version, 0 for the draft as a whole
    clause_id    bigint        not null,
    quote        varchar(2000) not null default '',
    type         varchar(16)   not null,
    text         varchar(4000) not null,
    -- what makes a second sending of the same the same
    origin       varchar(80)   not null,
    -- SHA-256 of the receipt code; null where nobody got one
    receipt      varchar(64),
    entered_by   varchar(64),
    received_at  timestamptz   not null,
    constraint pk_comment primary key (id),
    constraint fk_comment_round foreign key (round) references comment_round (id),
    constraint uq_comment_origin unique (round, origin),
    constraint ck_comment_source check (source in
        ('PARTY_MEMBER', 'UNION_MEMBER', 'ASSOCIATION_MEMBER', 'RESIDENT', 'ORGANISATION', 'SUPERIOR')),
    constraint ck_comment_channel check (channel in ('CONFERENCE', 'WRITTEN', 'PUBLIC_PAGE')),
    constraint ck_comment_type check (type in ('AGREE', 'AMEND', 'ADD', 'REMOVE', 'OTHER')),
    constraint ck_comment_text check (length(text) > 0)
);
create unique index uq_comment_receipt on comment (receipt) where receipt is not null;
create index ix_comment_round on comment (round, id);

create trigger tr_comment_append_only before update or delete on comment
    for each row execute function refuse_change();
create trigger tr_comment_no_truncate before truncate on comment
    for each statement execute function refuse_change();

-- Comments that say the same, answered together; a comment of its own is a cluster of one. Whoever changes the clusters
-- of a round locks the row of the round first.
create table comment_cluster (
    id              bigint generated always as identity,
    round           varchar(36)   not null,
    -- the clause of its first comment and where that stands, 0 for the draft as a whole
    clause_id       bigint        not null,
    position        integer       not null,
    size            integer       not null,
    -- one bit for each source group among its comments, by the ordinal of the group
    sources         integer       not null,
    -- the comment that stands for it
    first_comment   bigint        not null,
    gist            varchar(300)  not null,
    contested       boolean       not null default false,
    owner           varchar(64),
    due_on          date,
    -- what the editors propose
    proposal        varchar(16),
    proposal_reason varchar(4000),
    proposed_by     varchar(64),
    proposed_at     timestamptz,
    -- what the committee decides
    decision        varchar(16),
    decision_reason varchar(4000),
    decided_by      varchar(64),
    decided_at      timestamptz,
    -- where its comments went, once editors have put them into another
    merged_into     bigint,
    merged_by       varchar(64),
    merged_at       timestamptz,
    constraint pk_comment_cluster primary key (id),
    constraint fk_comment_cluster_round foreign key (round) references comment_round (id),
    constraint fk_comment_cluster_first foreign key (first_comment) references comment (id),
    constraint ck_comment_cluster_size check (size >= 0),
    constraint ck_comment_cluster_answers check (
        (proposal is null or proposal in ('ACCEPTED', 'PARTLY', 'KEPT', 'NOTED', 'REFERRED', 'DUPLICATE', 'OUT_OF_SCOPE'))
        and (decision is null or decision in ('ACCEPTED', 'PARTLY', 'KEPT', 'NOTED', 'REFERRED', 'DUPLICATE', 'OUT_OF_SCOPE')))
);
create index ix_comment_cluster_desk on comment_cluster (round, position, id) where size > 0;
create index ix_comment_cluster_size on comment_cluster (round, size desc, position, id) where size > 0;
create index ix_comment_cluster_unproposed on comment_cluster (round, position, id) where size > 0 and proposal is null;
create index ix_comment_cluster_undecided on comment_cluster (round, position, id) where size > 0 and decision is null;
create index ix_comment_cluster_contested on comment_cluster (round, position, id) where size > 0 and contested;
create index ix_comment_cluster_owner on comment_cluster (round, owner, position, id) where size > 0 and owner is not null;
-- the answer desk: what waits for the committee, what is settled, and the same by size and by group
create index ix_comment_cluster_proposed on comment_cluster (round, position, id)
    where size > 0 and proposal is not null and decision is null;
create index ix_comment_cluster_decided on comment_cluster (round, position, id) where size > 0 and decision is not null;
create index ix_comment_cluster_size_unproposed on comment_cluster (round, size desc, position, id)
    where size > 0 and proposal is null;
create index ix_comment_cluster_size_undecided on comment_cluster (round, size desc, position, id)
    where size > 0 and decision is null;
create index ix_comment_cluster_group on comment_cluster (round, sources, position, id) where size > 0;

-- Where a comment stands. Made by the program soon after the comment came in.
create table comment_standing (
    comment      bigint       not null,
    round        varchar(36)  not null,
    moderation   varchar(8)   not null,
    moderated_by varchar(64),
    moderated_at timestamptz,
    hidden_reason varchar(500),
    -- null for one that is hidden
    cluster      bigint,
    -- how alike it was to what it joined; null when people put it there, 1 for the first of its cluster
    likeness     real,
    -- a comment elsewhere that may say the same, and how alike it is; null once a person has judged
    near         bigint,
    near_likeness real,
    -- the order of placing; within a round also the order of commit, since its row is locked meanwhile
    seq          bigint generated always as identity,
    constraint pk_comment_standing primary key (comment),
    constraint fk_comment_standing_comment foreign key (comment) references comment (id),
    constraint fk_comment_standing_cluster foreign key (cluster) references comment_cluster (id),
    constraint ck_comment_standing_moderation check (moderation in ('PENDING', 'SHOWN', 'HIDDEN')),
    constraint ck_comment_standing_hidden check
        ((moderation = 'HIDDEN') = (cluster is null) and (moderation = 'HIDDEN') = (hidden_reason is not null))
);
create index ix_comment_standing_cluster on comment_standing (cluster, comment);
create index ix_comment_standing_seq on comment_standing (round, seq);
create index ix_comment_standing_near on comment_standing (round, near_likeness desc, comment) where near is not null;
create index ix_comment_standing_hidden on comment_standing (round, comment) where moderation = 'HIDDEN';
create index ix_comment_standing_pending on comment_standing (round, comment) where moderation = 'PENDING';

create table answer_template (
    id          bigint generated always as identity,
    ward        varchar(64)   not null,
    title       varchar(100)  not null,
    disposition varchar(16)   not null,
    reason      varchar(4000) not null,
    created_by  varchar(64)   not null,
    created_at  timestamptz   not null,
    constraint pk_answer_template primary key (id),
    constraint uq_answer_template_title unique (ward, title)
);

-- The clauses of the next version that carry out what was accepted, each confirmed by an editor.
create table answer_proof (
    cluster        bigint      not null,
    clause_id      bigint      not null,
    -- the version the editor looked at; a later one may have undone it
    version_number integer     not null,
    confirmed_by   varchar(64) not null,
    confirmed_at   timestamptz not null,
    constraint pk_answer_proof primary key (cluster, clause_id),
    constraint fk_answer_proof_cluster foreign key (cluster) references comment_cluster (id)
);

-- What may stay unproved or unexplained, with the reason. Insert only.
create table round_waiver (
    id        bigint generated always as identity,
    round     varchar(36)   not null,
    -- UNPROVED: an accepted cluster that the text doesn't show; UNEXPLAINED: a changed clause that no comment asked for
    kind      varchar(16)   not null,
    target    bigint        not null,
    reason    varchar(2000) not null,
    waived_by varchar(64)   not null,
    waived_at timestamptz   not null,
    constraint pk_round_waiver primary key (id),
    constraint uq_round_waiver unique (round, kind, target),
    constraint fk_round_waiver_round foreign key (round) references comment_round (id),
    constraint ck_round_waiver_kind check (kind in ('UNPROVED', 'UNEXPLAINED'))
);
create trigger tr_round_waiver_append_only before update or delete on round_waiver
    for each row execute function refuse_change();

-- Where a comment stands in a later version than the one it was made on. Found by the program when that is published; what
-- a person settled is never written over.
create table comment_anchor (
    comment        bigint      not null,
    version_number integer     not null,
    outcome        varchar(16) not null,
    -- null when its place is gone
    clause_id      bigint,
    confidence     real        not null,
    settled_by     varchar(64),
    settled_at     timestamptz,
    constraint pk_comment_anchor primary key (comment, version_number),
    constraint fk_comment_anchor_comment foreign key (comment) references comment (id),
    constraint ck_comment_anchor_outcome check (outcome in ('APPLIES', 'MOVED', 'DISSOLVED'))
);

-- What signs the forms of the public page; the same for all nodes, made at the first start.
create table intake_secret (
    id     integer not null default 1,
    secret bytea   not null,
    constraint pk_intake_secret primary key (id),
    constraint ck_intake_secret_one check (id = 1)
);

-- Spreadsheets of conferences between being looked at and being taken; kept for a day.
create table conference_upload (
    id          varchar(36)  not null,
    round       varchar(36)  not null,
    unit        varchar(64)  not null,
    file_name   varchar(200) not null,
    content     bytea        not null,
    uploaded_by varchar(64)  not null,
    uploaded_at timestamptz  not null,
    constraint pk_conference_upload primary key (id),
    constraint fk_conference_upload_round foreign key (round) references comment_round (id),
    constraint ck_conference_upload_size check (length(content) <= 2097152)
);
create index ix_conference_upload_at on conference_upload (uploaded_at);
