-- What the superior says of a document is answered at the same desk as what the people say of it.
alter table comment_round
    add column kind   varchar(10) not null default 'COMMENT',
    -- what a round of the superior comes from, such as session:<id>, and its paper
    add column source varchar(60),
    add column title  varchar(300),
    add constraint ck_comment_round_kind check (kind in ('COMMENT', 'SUPERIOR')),
    add constraint ck_comment_round_source check
        ((kind = 'SUPERIOR') = (source is not null) and (kind = 'SUPERIOR') = (title is not null)),
    drop constraint uq_comment_round_number,
    -- from 1 within its document and kind: "Vòng 2" stays the second that people are asked
    add constraint uq_comment_round_number unique (document, kind, number),
    drop constraint ck_comment_round_status,
    add constraint ck_comment_round_status check (status in ('PLANNING', 'PLANNED', 'RETURNED', 'OPEN', 'MERGING', 'PROPOSING',
        'DECIDING', 'REPORTING', 'REVISING', 'PUBLISHING', 'PUBLISHED', 'ANSWERED', 'SKIPPED', 'WITHDRAWN', 'CANCELLED'));
create unique index uq_comment_round_source on comment_round (document, source) where source is not null;
create index ix_comment_round_superior on comment_round (congress) where kind = 'SUPERIOR';

alter table comment
    drop constraint ck_comment_channel,
    add constraint ck_comment_channel check (channel in ('CONFERENCE', 'WRITTEN', 'PUBLIC_PAGE', 'SESSION')),
    -- the words of an opinion and the wording it proposes, both
    alter column text type varchar(12000);
