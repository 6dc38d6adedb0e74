-- What the superior makes of a submission. What was given or issued is never changed again.

create table appraisal (
    dossier      varchar(36)   not null,
    submission   integer       not null,
    board        varchar(16)   not null,
    due_on       date          not null,
    outcome      varchar(16),
    opinion      varchar(8000) not null default '',
    given_by     varchar(64),
    given_at     timestamptz,
    reminded_at  timestamptz,
    escalated_at timestamptz,
    constraint pk_appraisal primary key (dossier, submission, board),
    constraint fk_appraisal_dossier foreign key (dossier) references dossier (id),
    constraint ck_appraisal_board check (board in ('ORGANISATION', 'PROPAGANDA', 'OFFICE')),
    constraint ck_appraisal_outcome check (outcome in ('AGREE', 'CHANGES')),
    constraint ck_appraisal_given check ((outcome is null) = (given_by is null) and (given_by is null) = (given_at is null))
);
create trigger tr_appraisal_given before update on appraisal
    for each row when (old.given_at is not null) execute function refuse_change();
create trigger tr_appraisal_no_delete before delete on appraisal
    for each row execute function refuse_change();
create trigger tr_appraisal_no_truncate before truncate on appraisal
    for each statement execute function refuse_change();

-- How the office sums the appraisals up, what is decided, and the notice of it; one for each submission.
create table approval_decision (
    dossier       varchar(36)   not null,
    submission    integer       not null,
    report        varchar(8000) not null,
    reported_by   varchar(64)   not null,
    reported_at   timestamptz   not null,
    slips_skipped boolean       not null,
    outcome       varchar(16),
    reason        varchar(4000) not null default '',
    decided_by    varchar(64),
    decided_at    timestamptz,
    number        varchar(40),
    issued_on     date,
    issued_by     varchar(64),
    issued_at     timestamptz,
    recipients    varchar(2000) not null default '',
    constraint pk_approval_decision primary key (dossier, submission),
    constraint fk_approval_decision_dossier foreign key (dossier) references dossier (id),
    constraint ck_approval_decision_outcome check (outcome in ('APPROVED', 'RETURNED', 'REFUSED')),
    constraint ck_approval_decision_decided check ((outcome is null) = (decided_at is null)),
    constraint ck_approval_decision_issued check ((number is null) = (issued_at is null) and (issued_at is null or decided_at is not null))
);
create trigger tr_approval_decision_issued before update on approval_decision
    for each row when (old.issued_at is not null) execute function refuse_change();
create trigger tr_approval_decision_no_delete before delete on approval_decision
    for each row execute function refuse_change();
create trigger tr_approval_decision_no_truncate before truncate on approval_decision
    for each statement execute function refuse_change();

create table slip_round (
    dossier          varchar(36) not null,
    submission       integer     not null,
    number           integer     not null,
    -- as the rule set had it when slips were asked for
    quorum_percent   integer     not null,
    majority_percent integer     not null,
    due_on           date        not null,
    opened_by        varchar(64) not null,
    opened_at        timestamptz not null,
    closed_by        varchar(64),
    closed_at        timestamptz,
    escalated_at     timestamptz,
    constraint pk_slip_round primary key (dossier, submission, number),
    constraint fk_slip_round_dossier foreign key (dossier) references dossier (id)
);
create trigger tr_slip_round_closed before update on slip_round
    for each row when (old.closed_at is not null) execute function refuse_change();
create trigger tr_slip_round_no_delete before delete on slip_round
    for each row execute function refuse_change();
create trigger tr_slip_round_no_truncate before truncate on slip_round
    for each statement execute function refuse_change();

create table slip (
    dossier       varchar(36)   not null,
    submission    integer       not null,
    round         integer       not null,
    member        varchar(64)   not null,
    answer        varchar(24),
    reason        varchar(4000) not null default '',
    given_by      varchar(64),
    given_at      timestamptz,
    absent_reason varchar(2000),
    absent_by     varchar(64),
    absent_at     timestamptz,
    reminded_at   timestamptz,
    constraint pk_slip primary key (dossier, submission, round, member),
    constraint fk_slip_round foreign key (dossier, submission, round) references slip_round (dossier, submission, number),
    constraint ck_slip_answer check (answer in ('AGREE', 'AGREE_WITH_REQUESTS', 'DISAGREE')),
    constraint ck_slip_given check ((answer is null) = (given_at is null) and (given_by is null) = (given_at is null)),
    constraint ck_slip_absent check ((absent_reason is null) = (absent_at is null) and (absent_by is null) = (absent_at is null))
);
create trigger tr_slip_given before update on slip
    for each row when (old.given_at is not null) execute function refuse_change();
create trigger tr_slip_no_delete before delete on slip
    for each row execute function refuse_change();
create trigger tr_slip_no_truncate before truncate on slip
    for each statement execute function refuse_change();

create table change_request (
    id             bigint generated always as identity,
    dossier        varchar(36)   not null,
    submission     integer       not null,
    stage          varchar(16)   not null,
    -- the board, or the number of the asking and the member asked; empty for the decision itself
    source         varchar(80)   not null,
    document       varchar(36)   not null,
    version_number integer       not null,
    -- the clause of that version, 0 for the document as a whole
    clause_id      bigint        not null,
    text           varchar(4000) not null,
    said_by        varchar(64)   not null,
    said_at        timestamptz   not null,
    constraint pk_change_request primary key (id),
    constraint fk_change_request_dossier foreign key (dossier) references dossier (id),
    constraint fk_change_request_document foreign key (document) references document (id),
    constraint ck_change_request_stage check (stage in ('APPRAISAL', 'SLIP', 'DECISION')),
    constraint ck_change_request_text check (length(text) > 0)
);
create index ix_change_request_dossier on change_request (dossier, submission, stage, source);

-- What an appraisal, a slip or an issued decision asks for stands as it does.
create function refuse_change_of_given_request() returns trigger language plpgsql as $$
declare
    touched change_request := case when tg_op = 'INSERT' then new else old end;
begin
    if touched.stage = 'APPRAISAL' and exists (select 1 from appraisal where dossier = touched.dossier
            and submission = touched.submission and board = touched.source and given_at is not null)
        or touched.stage = 'SLIP' and tg_op <> 'INSERT'
        or touched.stage = 'DECISION' and exists (select 1 from approval_decision where dossier = touched.dossier
            and submission = touched.submission and decided_at is not null) then
        raise exception '% of a request that was given is refused', tg_op using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger tr_change_request_given before insert or update or delete on change_request
    for each row execute function refuse_change_of_given_request();
create trigger tr_change_request_no_truncate before truncate on change_request
    for each statement execute function refuse_change();
