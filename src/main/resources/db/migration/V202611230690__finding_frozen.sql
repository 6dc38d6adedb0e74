-- What the superior's office found missing stands as it was once it has decided on the submission.
create function refuse_change_of_decided_finding() returns trigger language plpgsql as $$
declare
    touched_dossier    varchar(36) := case when tg_op = 'INSERT' then new.dossier else old.dossier end;
    touched_submission integer     := case when tg_op = 'INSERT' then new.submission else old.submission end;
begin
    if exists (select 1 from dossier_receipt where dossier = touched_dossier and submission = touched_submission) then
        raise exception '% of % is refused: submission % of dossier % was decided on', tg_op, tg_table_name,
            touched_submission, touched_dossier using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger tr_dossier_finding_decided before insert or update or delete on dossier_finding
    for each row execute function refuse_change_of_decided_finding();
create trigger tr_dossier_finding_no_truncate before truncate on dossier_finding
    for each statement execute function refuse_change();
